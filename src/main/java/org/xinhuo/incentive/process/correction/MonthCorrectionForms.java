package org.xinhuo.incentive.process.correction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Money;
import org.xinhuo.base.Texts;
import org.xinhuo.engine.FormField;
import org.xinhuo.engine.TaskForm;
import org.xinhuo.engine.TaskForms;
import org.xinhuo.engine.TaskView;
import org.xinhuo.incentive.OutcomeTexts;
import org.xinhuo.incentive.correction.CorrectMonth;
import org.xinhuo.incentive.correction.MonthCorrection;
import org.xinhuo.incentive.correction.MonthCorrections;
import org.xinhuo.incentive.reward.CorrectRewards.Difference;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.MonthRevisions;
import org.xinhuo.incentive.scoring.MonthRevisions.Change;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** What the second person is asked, and what would change: every result, and the money. */
@Component
class MonthCorrectionForms implements TaskForms, TaskView {

    private static final int MOST_ROWS = 100;

    private final MonthCorrections corrections;
    private final MonthRevisions revisions;
    private final CorrectMonth correctMonth;
    private final Employees employees;
    private final OutcomeTexts outcomes;
    private final Texts texts;

    MonthCorrectionForms(
            MonthCorrections corrections,
            MonthRevisions revisions,
            CorrectMonth correctMonth,
            Employees employees,
            OutcomeTexts outcomes,
            Texts texts) {
        this.corrections = corrections;
        this.revisions = revisions;
        this.correctMonth = correctMonth;
        this.employees = employees;
        this.outcomes = outcomes;
        this.texts = texts;
    }

    @Override
    public List<TaskForm> taskForms() {
        return List.of(TaskForm.of(
                MonthCorrectionModel.KEY,
                MonthCorrectionModel.CONFIRM_CORRECTION,
                FormField.flag(MonthCorrectionModel.CONFIRMED).keptInProcess(),
                FormField.text("remark", 1000).optional()));
    }

    @Override
    public String process() {
        return MonthCorrectionModel.KEY;
    }

    @Override
    public String task() {
        return MonthCorrectionModel.CONFIRM_CORRECTION;
    }

    @Override
    public Map<String, Object> values(String businessKey) {
        MonthCorrection correction = corrections.get(businessKey);
        List<Change> changes = revisions.changes(businessKey);
        List<Difference> rewards = correctMonth.rewards(businessKey);
        Map<String, String> names = names(correction, rewards);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("period", texts.month(correction.period()));
        values.put("reason", correction.reason());
        values.put(
                "requestedBy",
                correction.requestedBy() == null
                        ? "–"
                        : names.getOrDefault(correction.requestedBy(), correction.requestedBy()));
        values.put("tables", texts.text("correction.rules." + correction.rules().code()));
        values.put("lecturers", changes.size());
        values.put("results", changes.stream().limit(MOST_ROWS).map(this::row).toList());
        values.put(
                "rewards",
                rewards.stream()
                        .limit(MOST_ROWS)
                        .map(difference -> row(difference, names))
                        .toList());
        return values;
    }

    private Map<String, Object> row(Change change) {
        LecturerMonth before = change.before();
        LecturerMonth after = change.after();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", after.name());
        row.put(
                "score",
                moved(before == null ? null : before.score(), after.score().toPlainString()));
        row.put("grade", moved(before == null ? null : grade(before), grade(after)));
        row.put(
                "rank",
                moved(
                        before == null ? null : before.ranks().rating(),
                        after.ranks().rating()));
        row.put(
                "reuseRank",
                moved(
                        before == null ? null : before.ranks().reuse(),
                        after.ranks().reuse()));
        return row;
    }

    private Map<String, Object> row(Difference difference, Map<String, String> names) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", names.getOrDefault(difference.employeeId(), difference.employeeId()));
        row.put("kind", outcomes.label("incentive.reward", difference.kind()));
        row.put(
                "amount",
                moved(
                        difference.standing() == null
                                ? null
                                : Money.of(
                                        difference.standing().amount(),
                                        difference.standing().currency()),
                        difference.dueMoney() == null
                                ? null
                                : Money.of(difference.dueMoney(), difference.dueCurrency())));
        row.put("action", texts.text(difference.apply() ? "reward.page.apply" : "reward.page.keep"));
        return row;
    }

    private Map<String, String> names(MonthCorrection correction, List<Difference> rewards) {
        Set<String> ids = new TreeSet<>();
        rewards.forEach(difference -> ids.add(difference.employeeId()));
        if (correction.requestedBy() != null) {
            ids.add(correction.requestedBy());
        }
        return employees.findAllById(List.copyOf(ids)).stream().collect(Collectors.toMap(Employee::id, Employee::name));
    }

    private String grade(LecturerMonth month) {
        String grade = month.gradeName();
        return grade == null ? "–" : outcomes.label("incentive.grade", grade);
    }

    private static String moved(@Nullable Object before, @Nullable Object after) {
        String from = before == null ? "–" : before.toString();
        String to = after == null ? "–" : after.toString();
        return from.equals(to) ? to : from + " → " + to;
    }
}
