package com.regulars.shared;

import lombok.Getter;

/** One field of a request or an import row cannot be read; the text is the message {@code invalid.<code>}. */
@Getter
public class InvalidFieldException extends RuntimeException {

    private final String field;
    private final String code;
    private final Object[] args;

    public InvalidFieldException(String field, String code, Object... args) {
        super(field + ": " + code);
        this.field = field;
        this.code = code;
        this.args = args.clone();
    }
}
