package com.regulars.work;

/** What a spreadsheet must not take for a formula. */
final class CsvText {

    private CsvText() {}

    static boolean startsFormula(String value) {
        return !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
    }

    /** The value as text in every spreadsheet. */
    static String guarded(String value) {
        return startsFormula(value) ? "'" + value : value;
    }
}
