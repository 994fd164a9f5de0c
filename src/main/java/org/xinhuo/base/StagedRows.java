package org.xinhuo.base;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file while they are checked; see {@link Intake}. */
public interface StagedRows {

    /** Who brings the file; null where it comes with the product. */
    @Nullable
    String broughtBy();

    /**
     * Reports every row that a query finds.
     *
     * @param column the column of the file that is wrong
     * @param code the message; its argument {0} is the value, {1}… the query's further columns
     * @param query selects {@code row_number}, the value as text, and further arguments of the message as text
     * @param parameters one for each question mark of the query
     */
    void refuse(String column, String code, String query, @Nullable Object... parameters);

    /**
     * Says something about every row that a query finds without refusing it: whoever brings the file shall know. The
     * parameters are those of {@link #refuse(String, String, String, Object...)} but the last.
     */
    void remark(String column, String code, String query);

    /** Reports one row. */
    void refuse(long row, @Nullable String column, @Nullable String value, String code, List<Object> arguments);
}
