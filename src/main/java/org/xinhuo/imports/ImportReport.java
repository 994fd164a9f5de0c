package org.xinhuo.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file.
 *
 * @param kind such as {@code employees}
 * @param rows rows with data, blank ones not counted
 * @param accepted rows without fault; they are stored only if every row is, and the run was not dry
 * @param rejected rows with at least one fault
 * @param problems every fault, by row; at most {@link #MOST_LISTED}
 * @param problemsNotListed how many more there are, or null if all are listed
 * @param remarks what is no fault and yet not what somebody might expect, by row; at most {@link #MOST_LISTED}
 */
public record ImportReport(
        String kind,
        long rows,
        long accepted,
        long rejected,
        List<RowProblem> problems,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long problemsNotListed,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RowProblem> remarks) {

    /** Nobody reads more, and the answer must fit into memory on both sides. */
    public static final int MOST_LISTED = 10_000;

    /** Nothing is wrong with the file. */
    public boolean clean() {
        return problems.isEmpty();
    }
}
