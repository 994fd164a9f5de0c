package org.xinhuo.incentive.process.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Texts;
import org.xinhuo.engine.TaskView;
import org.xinhuo.incentive.OutcomeTexts;
import org.xinhuo.incentive.review.ImprovementTalks;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.MonthlyResults;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** The latest months of the lecturer whom HR talks with. */
@Component
class HoldImprovementTalkView implements TaskView {

    private static final int MONTHS = 6;

    private final ImprovementTalks talks;
    private final MonthlyResults results;
    private final Employees employees;
    private final OutcomeTexts outcomes;
    private final Texts texts;

    HoldImprovementTalkView(
            ImprovementTalks talks, MonthlyResults results, Employees employees, OutcomeTexts outcomes, Texts texts) {
        this.talks = talks;
        this.results = results;
        this.employees = employees;
        this.outcomes = outcomes;
        this.texts = texts;
    }

    @Override
    public String process() {
        return ImprovementTalkModel.KEY;
    }

    @Override
    public String task() {
        return ImprovementTalkModel.HOLD_IMPROVEMENT_TALK;
    }

    @Override
    public Map<String, Object> values(String businessKey) {
        Employee lecturer = employees.get(talks.get(businessKey).lecturerId());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("lecturer", lecturer.name());
        values.put("department", lecturer.department());
        values.put(
                "months",
                results.latestOf(lecturer.id(), MONTHS).stream().map(this::row).toList());
        return values;
    }

    private Map<String, Object> row(LecturerMonth month) {
        Map<String, Object> row = new LinkedHashMap<>();
        BigDecimal average = month.averageRating();
        row.put("period", texts.month(month.period()));
        row.put("held", month.held() + " / " + month.targets().shares());
        row.put(
                "averageRating",
                average == null
                        ? "–"
                        : average.setScale(2, RoundingMode.HALF_UP).toPlainString());
        row.put("score", month.score().toPlainString());
        row.put(
                "grade",
                outcomes.label(
                        "incentive.grade", Objects.requireNonNull(month.grade()).name()));
        return row;
    }
}
