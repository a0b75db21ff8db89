package com.regulars.shared.web;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One page of a longer list, as {@code components/pagination} draws it.
 *
 * @param rows what this page shows
 * @param number which page, counted from 1
 * @param size how many rows a full page has
 * @param total how many rows there are on all pages
 */
public record PageOf<T>(List<T> rows, int number, int size, long total) {

    private static final int NEIGHBOURS = 2;

    public PageOf {
        rows = List.copyOf(rows);
    }

    /** How many pages there are, at least one. */
    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    /** Position of the first row shown, counted from 1; 0 when there is none. */
    public long from() {
        return rows.isEmpty() ? 0 : offset(number, size) + 1;
    }

    public long to() {
        return rows.isEmpty() ? 0 : offset(number, size) + rows.size();
    }

    /** The page numbers to offer: the first, the last and those around this one; 0 stands for a gap. */
    public List<Integer> numbers() {
        return IntStream.rangeClosed(1, pages())
                .filter(page -> page == 1 || page == pages() || Math.abs(page - number) <= NEIGHBOURS + 1)
                .map(page -> isGap(page) ? 0 : page)
                .boxed()
                .toList();
    }

    private boolean isGap(int page) {
        return page != 1 && page != pages() && Math.abs(page - number) > NEIGHBOURS;
    }

    /** How many rows come before this page, for {@code offset} in SQL. */
    public static long offset(int number, int size) {
        return (Math.max(1, number) - 1L) * size;
    }
}
