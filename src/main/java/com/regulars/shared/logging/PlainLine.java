package com.regulars.shared.logging;

/** Text with its control characters spelled out: line breaks, escape sequences, and marks that turn the direction. */
final class PlainLine {

    private PlainLine() {}

    static String of(String text) {
        if (text.codePoints().noneMatch(PlainLine::isHarmful)) {
            return text;
        }
        var plain = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            if (isHarmful(point)) {
                plain.append("\\u%04x".formatted(point));
            } else {
                plain.appendCodePoint(point);
            }
        });
        return plain.toString();
    }

    private static boolean isHarmful(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
