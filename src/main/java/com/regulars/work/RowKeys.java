package com.regulars.work;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Names rows that bring no name of their own: by what they say and the how-manieth row of the file says so. The same file
 * gives the same keys again, and two truly equal rows give two. Counts in a few bytes per row, so that a million rows fit
 * into memory.
 */
public final class RowKeys {

    private long[] seen = new long[1 << 12];
    private int[] counts = new int[1 << 12];
    private int size;

    /** The key of the next row with these values: 64 hexadecimal digits. */
    public String next(@Nullable Object... values) {
        String text = Arrays.toString(values);
        int occurrence = count(first64Bits(sha256(text)));
        return HexFormat.of().formatHex(sha256(text + "#" + occurrence));
    }

    private int count(long hash) {
        if (size * 2 > seen.length) {
            grow();
        }
        int at = place(hash);
        if (counts[at] == 0) {
            seen[at] = hash;
            size++;
        }
        return ++counts[at];
    }

    private int place(long hash) {
        int at = (int) hash & (seen.length - 1);
        while (counts[at] != 0 && seen[at] != hash) {
            at = (at + 1) & (seen.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] oldSeen = seen;
        int[] oldCounts = counts;
        seen = new long[oldSeen.length * 2];
        counts = new int[oldCounts.length * 2];
        for (int i = 0; i < oldSeen.length; i++) {
            if (oldCounts[i] != 0) {
                int at = place(oldSeen[i]);
                seen[at] = oldSeen[i];
                counts[at] = oldCounts[i];
            }
        }
    }

    private static long first64Bits(byte[] digest) {
        return java.nio.ByteBuffer.wrap(digest).getLong();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
