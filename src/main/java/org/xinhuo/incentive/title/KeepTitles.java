package org.xinhuo.incentive.title;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.Decisions;
import org.xinhuo.incentive.OutcomeTexts;
import org.xinhuo.incentive.title.JudgeTitles.Judged;
import org.xinhuo.notification.Notices;

/** Writes down who wins and who loses a title, and tells them. A second run with the same months writes nothing. */
@Component
@Transactional
public class KeepTitles {

    /** Where a lecturer reads the own titles and notices. */
    public static final String PAGE = "/titles";

    private final LecturerTitles titles;
    private final Decisions decisions;
    private final Notices notices;
    private final OutcomeTexts outcomes;
    private final CompanyTime time;

    KeepTitles(LecturerTitles titles, Decisions decisions, Notices notices, OutcomeTexts outcomes, CompanyTime time) {
        this.titles = titles;
        this.decisions = decisions;
        this.notices = notices;
        this.outcomes = outcomes;
        this.time = time;
    }

    /** A correction of a confirmed month, and why it was made. */
    public record Cause(String correctionId, String reason) {}

    /** @param grades all confirmed grades of the lecturer; one at least */
    public record Months(String lecturerId, NavigableMap<YearMonth, String> grades) {}

    /**
     * One at a time, until the end of the transaction, who gives and takes titles. Taken before the months are read:
     * two months that are judged at once would else both be judged without the other's title.
     */
    public void takeTurn() {
        titles.lock();
    }

    /**
     * Draws the consequences of a confirmed month; the turn is taken by then.
     *
     * @param correction what corrected it, or null where it was confirmed for the first time
     */
    public void after(YearMonth period, List<Months> lecturers, @Nullable Cause correction) {
        JudgeTitles judge = new JudgeTitles(new TitleRules(decisions));
        Map<String, List<TitleEntry>> histories =
                titles.of(lecturers.stream().map(Months::lecturerId).toList());
        Instant now = time.now();
        for (Months months : lecturers) {
            String lecturer = months.lecturerId();
            for (Judged judged : judge.judge(months.grades(), histories.getOrDefault(lecturer, List.of()), period)) {
                long entry = titles.add(
                        lecturer,
                        judged,
                        correction == null ? null : correction.correctionId(),
                        correction == null ? null : correction.reason(),
                        now);
                tell(lecturer, entry, judged, correction == null ? "" : correction.reason());
            }
        }
    }

    private void tell(String lecturer, long entry, Judged judged, String reason) {
        String once = "incentive/title/" + entry;
        String title = judged.title();
        String period = judged.period().toString();
        switch (judged.kind()) {
            case WON -> notices.tell(lecturer, once, outcomes.code("incentive.titleWon", title), PAGE, period, title);
            case LOST ->
                notices.tell(
                        lecturer,
                        once,
                        outcomes.code("title.lost", title),
                        PAGE,
                        period,
                        judged.standing().failedInARow(),
                        judged.standing().monthsSinceExcellent(),
                        title);
            case WITHDRAWN ->
                notices.tell(lecturer, once, outcomes.code("title.withdrawn", title), PAGE, period, reason, title);
            case RESTORED ->
                notices.tell(lecturer, once, outcomes.code("title.restored", title), PAGE, period, reason, title);
        }
    }
}
