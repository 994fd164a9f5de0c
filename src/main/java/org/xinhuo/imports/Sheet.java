package org.xinhuo.imports;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one at a time; never all of them. */
interface Sheet extends Closeable {

    /**
     * A row with at least one cell that is not blank.
     *
     * @param number as a spreadsheet counts it, from 1
     */
    record Row(long number, List<RawCell> cells) {}

    /**
     * The next row that is not blank, or null after the last.
     *
     * @throws UnreadableFile where the file is broken from here on
     */
    @Nullable
    Row next() throws IOException;

    /** Whether a row may end early, because the format leaves out empty cells. */
    boolean leavesOutEmptyCells();
}
