package com.regulars.shared;

/**
 * Text that shows what it is. Control characters, halves of characters, and marks that turn the reading direction would
 * let a name pass for another one, on a screen, on a receipt or in a file.
 */
public final class PlainText {

    private PlainText() {}

    /** Whether {@code text} is plain; tabs and line breaks are, as people type them. */
    public static boolean is(String text) {
        return text.codePoints().noneMatch(PlainText::misleads);
    }

    /**
     * The text itself, for a field that is checked by hand.
     *
     * @throws InvalidFieldException {@code plainText} when it is not plain
     */
    public static String require(String field, String text) {
        if (!is(text)) {
            throw new InvalidFieldException(field, "plainText");
        }
        return text;
    }

    private static boolean misleads(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\t' && point != '\n' && point != '\r';
            case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> turnsDirection(point);
            default -> false;
        };
    }

    /** The embeddings, overrides and isolates; the joiners that emoji and some scripts need are no danger. */
    private static boolean turnsDirection(int point) {
        return point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069 || point == 0xFEFF;
    }
}
