package org.thun.web;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a list stands: one page of it and how many rows there are in all.
 *
 * @param page the page shown, counted from 1
 * @param size rows on a page
 * @param total rows on all pages
 */
public record Paging(int page, int size, long total) {

    private static final int NEIGHBOURS = 2;

    public Paging {
        if (page < 1 || size < 1 || total < 0) {
            throw new IllegalArgumentException("not a page: " + page + " of size " + size + ", " + total + " rows");
        }
    }

    /** What people may write into the address: anything before the first page is the first. */
    public static int pageOf(Integer requested) {
        return requested == null || requested < 1 ? 1 : requested;
    }

    /** Rows to skip. */
    public int offset() {
        return Math.multiplyExact(page - 1, size);
    }

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public long firstRow() {
        return total == 0 ? 0 : Math.min(offset() + 1L, total);
    }

    public long lastRow() {
        return Math.min((long) page * size, total);
    }

    public boolean hasPrevious() {
        return page > 1;
    }

    public boolean hasNext() {
        return page < pages();
    }

    /** Page numbers worth a link: the first, the last, those around the current one; 0 stands for a gap. */
    public List<Integer> links() {
        List<Integer> near = IntStream.rangeClosed(1, pages())
                .filter(n -> n == 1 || n == pages() || Math.abs(n - page) <= NEIGHBOURS)
                .boxed()
                .toList();
        return IntStream.range(0, near.size())
                .boxed()
                .flatMap(i -> i > 0 && near.get(i) > near.get(i - 1) + 1
                        ? java.util.stream.Stream.of(0, near.get(i))
                        : java.util.stream.Stream.of(near.get(i)))
                .toList();
    }
}
