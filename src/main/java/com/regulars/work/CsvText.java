package com.regulars.work;

/** What a spreadsheet must not take for a formula. */
public final class CsvText {

    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvText() {}

    /** Also when blanks, line ends or invisible characters come first: spreadsheets pass over them. */
    static boolean startsFormula(String value) {
        return value.startsWith("\t")
                || value.startsWith("\r")
                || value.codePoints()
                        .dropWhile(CsvText::isPassedOver)
                        .limit(1)
                        .anyMatch(first -> FORMULA.indexOf(first) >= 0);
    }

    private static boolean isPassedOver(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isIdentifierIgnorable(character);
    }

    /** The value as text in every spreadsheet. */
    public static String guarded(String value) {
        return startsFormula(value) ? "'" + value : value;
    }
}
