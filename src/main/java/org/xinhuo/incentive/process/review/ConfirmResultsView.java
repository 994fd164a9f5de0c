package org.xinhuo.incentive.process.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Texts;
import org.xinhuo.engine.TaskView;
import org.xinhuo.incentive.OutcomeTexts;
import org.xinhuo.incentive.review.ReviewResults;
import org.xinhuo.incentive.scoring.LecturerMonth;

/** The table of the month that HR is asked to confirm. */
@Component
class ConfirmResultsView implements TaskView {

    private static final int TOP = 20;

    private static final DateTimeFormatter BEGAN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ReviewResults results;
    private final OutcomeTexts outcomes;
    private final Texts texts;
    private final CompanyTime time;

    ConfirmResultsView(ReviewResults results, OutcomeTexts outcomes, Texts texts, CompanyTime time) {
        this.results = results;
        this.outcomes = outcomes;
        this.texts = texts;
        this.time = time;
    }

    @Override
    public String process() {
        return MonthlyReviewModel.KEY;
    }

    @Override
    public String task() {
        return MonthlyReviewModel.CONFIRM_RESULTS;
    }

    @Override
    public Map<String, Object> values(String businessKey) {
        ReviewResults.Reviewed review = results.of(businessKey);
        List<LecturerMonth> months = review.months();
        Map<String, Long> grades =
                months.stream().collect(Collectors.groupingBy(month -> grade(month), Collectors.counting()));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("period", review.period().toString());
        values.put("monthName", texts.month(review.period()));
        values.put("notOver", !review.over());
        values.put("lecturers", months.size());
        values.put("sharesHeld", months.stream().mapToInt(LecturerMonth::held).sum());
        values.put("ratings", months.stream().mapToInt(LecturerMonth::ratings).sum());
        for (String grade : List.of("excellent", "good", "pass", "fail")) {
            values.put(grade, grades.getOrDefault(grade, 0L));
        }
        values.put("lastRemark", Objects.requireNonNullElse(review.lastRemark(), ""));
        ReviewResults.Outstanding outstanding = results.outstanding(businessKey);
        values.put("changed", outstanding.changed().orElse(0));
        values.put("changedUnknown", outstanding.changed().isEmpty());
        values.put("openWindows", outstanding.openWindows());
        values.put("unreportedCount", outstanding.unreported().size());
        values.put(
                "unreported",
                outstanding.unreported().stream()
                        .limit(TOP)
                        .map(share -> Map.of(
                                "name", share.lecturer(),
                                "title", share.title(),
                                "startsAt", BEGAN.format(share.startsAt().atZone(time.zone()))))
                        .toList());
        values.put("results", months.stream().limit(TOP).map(this::row).toList());
        return values;
    }

    private Map<String, Object> row(LecturerMonth month) {
        Map<String, Object> row = new LinkedHashMap<>();
        BigDecimal average = month.averageRating();
        row.put("rank", month.ranks().rating() == null ? "–" : month.ranks().rating());
        row.put("name", month.name());
        row.put("department", month.department());
        row.put("held", month.held() + " / " + month.targets().shares());
        row.put(
                "averageRating",
                average == null
                        ? "–"
                        : average.setScale(2, RoundingMode.HALF_UP).toPlainString());
        row.put("reuses", month.reuses());
        row.put("score", month.score().toPlainString());
        row.put("grade", outcomes.label("incentive.grade", grade(month)));
        return row;
    }

    private static String grade(LecturerMonth month) {
        return Objects.requireNonNull(month.grade()).name();
    }
}
