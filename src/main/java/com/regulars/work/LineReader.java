package com.regulars.work;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a text line by line with numbers, never more of a line than fits a row, and takes lines back. */
final class LineReader implements Closeable {

    static final int LONGEST = 64 * 1024;

    private final BufferedReader in;
    private final Deque<Line> back = new ArrayDeque<>();
    private long number;
    private boolean afterReturn;

    LineReader(BufferedReader in) {
        this.in = in;
    }

    /** @param cut true when the line is longer than {@link #LONGEST} and its rest was passed over */
    record Line(long number, String text, boolean cut) {}

    @Nullable
    Line next() throws IOException {
        Line taken = back.poll();
        return taken != null ? taken : read();
    }

    /** Gives lines back, to be read again in this order. */
    void giveBack(List<Line> lines) {
        lines.reversed().forEach(back::addFirst);
    }

    private @Nullable Line read() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean cut = false;
        boolean any = false;
        for (int next = in.read(); next >= 0; next = in.read()) {
            boolean secondOfTwo = next == '\n' && afterReturn;
            afterReturn = next == '\r';
            if (secondOfTwo) {
                continue;
            }
            any = true;
            if (next == '\n' || next == '\r') {
                return new Line(++number, text.toString(), cut);
            }
            if (text.length() < LONGEST) {
                text.append((char) next);
            } else {
                cut = true;
            }
        }
        return any ? new Line(++number, text.toString(), cut) : null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
