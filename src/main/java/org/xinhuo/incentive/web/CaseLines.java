package org.xinhuo.incentive.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.incentive.conversion.ApplicationCase;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** Application cases in words. */
@Component
class CaseLines {

    private final Employees employees;

    CaseLines(Employees employees) {
        this.employees = employees;
    }

    /**
     * A case as pages show it.
     *
     * @param figure as the form takes it, without needless zeros; or null
     * @param effect the figure as people read it, with its unit; or null
     * @param editable whether its learner may tell it anew now
     */
    record Line(
            String id,
            String shareId,
            String learner,
            String situation,
            String action,
            String result,
            @Nullable String figure,
            @Nullable String unit,
            @Nullable String effect,
            @Nullable String resourceId,
            String state,
            boolean confirmedBefore,
            boolean editable,
            String at,
            @Nullable String remark) {}

    /** Names by one statement, however many. */
    List<Line> of(List<ApplicationCase> all, ReaderTime time) {
        Map<String, String> names =
                employees
                        .findAllById(all.stream()
                                .map(ApplicationCase::learnerId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Employee::id, Employee::name));
        return all.stream()
                .map(one -> new Line(
                        one.id(),
                        one.shareId(),
                        names.getOrDefault(one.learnerId(), one.learnerId()),
                        one.story().situation(),
                        one.story().action(),
                        one.story().result(),
                        figure(one.story().figure()),
                        one.story().unit(),
                        one.story().effect(),
                        one.resourceId(),
                        one.state().name(),
                        one.confirmedNumber() != null && one.state() != ApplicationCase.State.CONFIRMED,
                        one.state() != ApplicationCase.State.FILED,
                        time.moment(one.decidedAt() == null ? one.filedAt() : one.decidedAt()),
                        one.remark()))
                .toList();
    }

    private static @Nullable String figure(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.stripTrailingZeros().toPlainString();
    }
}
