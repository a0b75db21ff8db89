package com.regulars.card.topup;

/**
 * An amount in the capital numerals of Chinese banking (R4.10): 10,000.00 is 壹万元整, 1,005.60 is 壹仟零伍元陆角. Nobody takes
 * it for a tenth of what it is.
 */
public final class ChineseAmount {

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "万亿"};
    private static final int GROUP = 10_000;

    private ChineseAmount() {}

    /** @param minor hundredths, not negative */
    public static String inWords(long minor) {
        long whole = minor / 100;
        int tenths = (int) (minor / 10 % 10);
        int hundredths = (int) (minor % 10);
        var words = new StringBuilder(whole == 0 && minor > 0 ? "" : whole(whole) + "元");
        if (tenths == 0 && hundredths == 0) {
            return words.append("整").toString();
        }
        if (tenths > 0) {
            words.append(digit(tenths)).append("角");
        } else if (whole > 0) {
            words.append("零");
        }
        if (hundredths > 0) {
            words.append(digit(hundredths)).append("分");
        }
        return words.toString();
    }

    private static String whole(long number) {
        if (number == 0) {
            return "零";
        }
        var words = new StringBuilder();
        long rest = number;
        boolean gap = false;
        for (int group = 0; rest > 0; group++) {
            int part = (int) (rest % GROUP);
            if (part > 0) {
                if (gap && !words.isEmpty()) {
                    words.insert(0, "零");
                }
                words.insert(0, group(part) + GROUPS[group]);
            }
            gap = part < GROUP / 10;
            rest /= GROUP;
        }
        return words.toString();
    }

    private static String group(int number) {
        var words = new StringBuilder();
        int rest = number;
        boolean gap = false;
        for (int place = 0; rest > 0; place++) {
            int digit = rest % 10;
            if (digit > 0) {
                if (gap && !words.isEmpty()) {
                    words.insert(0, "零");
                }
                words.insert(0, digit(digit) + PLACES[place]);
            }
            gap = digit == 0;
            rest /= 10;
        }
        return words.toString();
    }

    private static String digit(int digit) {
        return DIGITS.substring(digit, digit + 1);
    }
}
