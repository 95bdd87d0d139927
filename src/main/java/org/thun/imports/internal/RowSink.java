package org.thun.imports.internal;

import java.util.List;

/** Takes the rows of a file as they are read. */
interface RowSink {

    void headings(List<String> headings) throws Unreadable;

    void row(RawRow row) throws Unreadable;
}
