package org.xinhuo.incentive.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.engine.Decisions;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** Who left the company is scored for months in which the person was here, or had a share, and for no other. */
@XinhuoTest
class LeaversMonthTest {

    static final YearMonth JUNE = YearMonth.of(2026, 6);

    @Autowired
    MonthScores scores;

    @Autowired
    Decisions decisions;

    @Autowired
    TestCompany company;

    @Test
    void onlyWhoWasHereOnADayOfTheMonthOrHadAShareInItHasAResult() {
        company.employee("stays").lecturer("stays", "default");
        left("longAgo", LocalDate.of(2024, 1, 1));
        // The day of leaving is the first on which somebody is not here.
        left("onTheFirst", LocalDate.of(2026, 6, 1));
        left("onTheSecond", LocalDate.of(2026, 6, 2));
        left("withAShare", LocalDate.of(2024, 1, 1));
        company.heldShare("s1", "withAShare", Instant.parse("2026-06-10T06:00:00Z"), 45, 0);
        company.employee("cameBack").lecturer("cameBack", "default");
        company.write("insert into employee_return (employee_id, left_on, returned_on, noted_at)"
                + " values ('cameBack', date '2026-03-01', date '2026-09-01', now())");

        assertThat(scored(JUNE)).containsExactly("onTheSecond", "stays", "withAShare");
        assertThat(scored(YearMonth.of(2026, 2))).contains("cameBack");
        assertThat(scored(YearMonth.of(2026, 9))).contains("cameBack");
    }

    private void left(String id, LocalDate on) {
        company.employee(id).lecturer(id, "default");
        company.write("update employee set left_on = ? where id = ?", on, id);
    }

    private List<String> scored(YearMonth period) {
        return scores.of(period, new ScoringRules(decisions::preview), MonthScores.Scope.EVERYBODY).stream()
                .map(LecturerMonth::lecturerId)
                .toList();
    }
}
