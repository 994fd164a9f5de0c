package org.xinhuo.imports;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong in one place of a file.
 *
 * @param row the row as a spreadsheet counts it: the header is 1, a cell with line breaks is still one row
 * @param column the column's name as the contract spells it, or null where the whole row or file is meant
 * @param value what stands there, cut after 200 characters, or null where nothing does
 * @param reason a sentence in the language of whoever imports
 */
public record RowProblem(
        long row, @Nullable String column, @Nullable String value, String reason) {}
