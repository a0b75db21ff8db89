package com.regulars.work;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds out how a text file is written by reading all of its bytes: UTF-8 when they are UTF-8, GB18030 when they are not
 * and pairs of Chinese characters outnumber everything else. A UTF-8 file with a few broken bytes stays UTF-8, so that
 * only the broken rows are refused.
 */
final class TextEncoding {

    static final Charset GB18030 = Charset.forName("GB18030");

    private long lines = 1;
    private long characters;
    private long broken;
    private long chinesePairs;
    private int expected;
    private int before;
    private boolean insidePair;

    private TextEncoding() {}

    /** How a file is written and how many lines it has. */
    record Found(Charset charset, long lines) {}

    static Found of(Path file) throws IOException {
        var counts = new TextEncoding();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                counts.take(next);
            }
        }
        return new Found(counts.isUtf8() ? StandardCharsets.UTF_8 : GB18030, counts.lines);
    }

    private boolean isUtf8() {
        return broken == 0 || characters >= broken || chinesePairs == 0;
    }

    private void take(int next) {
        lines += next == '\n' ? 1 : 0;
        countUtf8(next);
        countPairs(next);
        before = next;
    }

    private void countUtf8(int next) {
        boolean continues = (next & 0xC0) == 0x80;
        if (expected > 0 && continues) {
            expected--;
            characters += expected == 0 ? 1 : 0;
            return;
        }
        broken += expected > 0 || continues ? 1 : 0;
        expected = continues ? 0 : following(next);
        if (expected < 0) {
            broken++;
            expected = 0;
        }
    }

    /** How many bytes follow the first byte of a UTF-8 character; -1 when no character starts with it. */
    private static int following(int first) {
        if (first < 0x80) {
            return 0;
        }
        if (first < 0xC2 || first > 0xF4) {
            return -1;
        }
        return first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    }

    /** The common Chinese characters are two bytes of 0xA1 and above in GB18030. */
    private void countPairs(int next) {
        insidePair = !insidePair && before >= 0xA1 && before <= 0xF7 && next >= 0xA1 && next <= 0xFE;
        chinesePairs += insidePair ? 1 : 0;
    }
}
