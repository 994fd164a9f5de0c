package org.xinhuo.incentive.title;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.xinhuo.incentive.title.JudgeTitles.Judged;
import org.xinhuo.incentive.title.TitleEntry.Kind;
import org.xinhuo.testing.PlainDecisions;

/** Titles by the tables as shipped: won by three excellent in a row, lost by two failed or six months without. */
class JudgeTitlesTest {

    private final JudgeTitles judge = new JudgeTitles(new TitleRules(new PlainDecisions()));
    private final TreeMap<YearMonth, String> grades = new TreeMap<>();
    private final List<TitleEntry> history = new ArrayList<>();

    @Test
    void theThirdExcellentMonthInARowWins() {
        assertThat(month("2026-01", "excellent")).isEmpty();
        assertThat(month("2026-02", "excellent")).isEmpty();
        assertThat(month("2026-03", "excellent")).containsExactly("WON 2026-03 lecturer-title");
        assertThat(month("2026-04", "excellent")).isEmpty();
    }

    @Test
    void aGapEndsARowAndAMonthConfirmedLateClosesIt() {
        month("2026-01", "excellent");
        month("2026-03", "excellent");
        assertThat(month("2026-04", "excellent")).isEmpty();
        assertThat(month("2026-02", "excellent")).containsExactly("WON 2026-03 lecturer-title");
    }

    @Test
    void oneLesserMonthTakesNothingTwoFailedInARowDo() {
        senior();
        assertThat(month("2026-04", "fail")).isEmpty();
        assertThat(month("2026-05", "pass")).isEmpty();
        assertThat(month("2026-06", "fail")).isEmpty();
        assertThat(month("2026-07", "fail")).containsExactly("LOST 2026-07 title-loss");
        assertThat(month("2026-08", "fail")).isEmpty();
    }

    @Test
    void sixMonthsWithoutAnExcellentOneTakeIt() {
        senior();
        for (int month = 4; month <= 8; month++) {
            assertThat(month("2026-0" + month, "good")).isEmpty();
        }
        assertThat(month("2026-09", "good")).containsExactly("LOST 2026-09 title-loss");
    }

    @Test
    void whatIsLostIsWonAgainByAnotherThree() {
        senior();
        month("2026-04", "fail");
        month("2026-05", "fail");
        month("2026-06", "excellent");
        month("2026-07", "excellent");
        assertThat(month("2026-08", "excellent")).containsExactly("WON 2026-08 lecturer-title");
    }

    @Test
    void aCorrectionOfTheRowThatWonWithdrawsTheTitleFromItsBeginning() {
        senior();
        month("2026-04", "good");
        assertThat(month("2026-02", "good")).containsExactly("WITHDRAWN 2026-03 lecturer-title");
        assertThat(month("2026-02", "excellent")).containsExactly("WON 2026-03 lecturer-title");
    }

    @Test
    void aCorrectionOfTheMonthsThatLostRestoresIt() {
        senior();
        month("2026-04", "fail");
        assertThat(month("2026-05", "fail")).containsExactly("LOST 2026-05 title-loss");
        assertThat(month("2026-05", "pass")).containsExactly("RESTORED 2026-05 title-loss");
        assertThat(month("2026-04", "pass")).isEmpty();
    }

    @Test
    void aCorrectionThatFailsAMonthLosesItFromThereOn() {
        senior();
        month("2026-04", "good");
        month("2026-05", "fail");
        assertThat(month("2026-04", "fail")).containsExactly("LOST 2026-05 title-loss");
    }

    @Test
    void theSameMonthTwiceWritesNothingMore() {
        senior();
        assertThat(month("2026-03", "excellent")).isEmpty();
    }

    @Test
    void neverExcellentCountsFromBeforeTheFirstMonth() {
        grades.put(YearMonth.parse("2026-01"), "good");
        grades.put(YearMonth.parse("2026-02"), "fail");
        assertThat(Standing.at(grades, YearMonth.parse("2026-02"))).isEqualTo(new Standing(0, 1, 2));
    }

    private void senior() {
        month("2026-01", "excellent");
        month("2026-02", "excellent");
        month("2026-03", "excellent");
        assertThat(history).hasSize(1);
    }

    /** Confirms or corrects a month, and keeps what follows. */
    private List<String> month(String period, String grade) {
        grades.put(YearMonth.parse(period), grade);
        List<Judged> judged = judge.judge(grades, List.copyOf(history), YearMonth.parse(period));
        for (Judged one : judged) {
            history.add(new TitleEntry(
                    history.size() + 1L,
                    "wang",
                    one.title(),
                    Kind.valueOf(one.kind().name()),
                    one.period(),
                    one.decisionKey(),
                    one.decisionVersion(),
                    one.standing(),
                    null,
                    null,
                    Instant.EPOCH));
        }
        return judged.stream()
                .map(one -> one.kind() + " " + one.period() + " " + one.decisionKey())
                .toList();
    }
}
