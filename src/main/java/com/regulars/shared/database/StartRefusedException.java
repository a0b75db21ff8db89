package com.regulars.shared.database;

/** The application must not start like this. Shown as a message with the remedy instead of a stack trace. */
class StartRefusedException extends RuntimeException {

    private final String remedy;

    StartRefusedException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    StartRefusedException(String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
