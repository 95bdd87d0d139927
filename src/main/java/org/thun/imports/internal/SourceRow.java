package org.thun.imports.internal;

import java.util.List;
import org.thun.registry.RecordFacts;
import org.thun.shared.Problem;

/**
 * A row of a file, read by the meaning of its columns.
 *
 * @param number its number in the file
 * @param key by what it is known again; {@code null} if that cannot be said
 * @param digest hash of all that it says
 * @param facts what it says, without an identity yet
 * @param problems what could not be read
 */
record SourceRow(int number, RowHash key, RowHash digest, RecordFacts facts, List<Problem> problems) {}
