package org.xinhuo.incentive.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

@XinhuoTest
class LecturerMonthsTest {

    static final YearMonth JUNE = YearMonth.of(2026, 6);

    @Autowired
    LecturerMonths months;

    @Autowired
    TestCompany company;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    /**
     * Two shares held of two, one in time; scores 8, 9, 9, 10, 8 and 8, 8 (60/7 = 8.5714); one reuse of three: 0.2·100 +
     * 0.4·85.714 + 0.3·33.333 + 0.1·50 = 69.29.
     */
    @Test
    void aMonthIsScoredFromTheTables() {
        company.employee("wang")
                .lecturer("wang", "default")
                .heldShare("s1", "wang", Instant.parse("2026-06-10T06:00:00Z"), 45, 1)
                .share("s2", "wang", Instant.parse("2026-06-20T06:00:00Z"), "HELD", "LATE", 30, 0)
                .rated("s1", 8, 9, 9, 10, 8)
                .rated("s2", 8, 8);
        LecturerMonth month = months.find("wang", JUNE).orElseThrow();
        assertThat(month.held()).isEqualTo(2);
        assertThat(month.ratings()).isEqualTo(7);
        assertThat(month.raters()).isEqualTo(5);
        assertThat(month.score()).isEqualByComparingTo("69.29");
        assertThat(month.grade().name()).isEqualTo("pass");
        assertThat(month.ranks()).isEqualTo(new Ranks(1, 1, 1));
        assertThat(month.confirmed()).isFalse();
        List<TraceEntry> trace = months.trace(month);
        assertThat(trace)
                .extracting(TraceEntry::event)
                .containsExactly("shareHeld", "contentOnTime", "ratedTogether", "reused", "shareHeld", "contentLate");
        assertThat(trace.stream().map(TraceEntry::points).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isBetween(new BigDecimal("69.26"), new BigDecimal("69.32"));
    }

    /** Two marks of one share would tell each other's; with the other share's nobody reads them. */
    @Test
    void aShareWithFewRatingsDoesNotShowItsMeanAlone() {
        company.employee("wang")
                .lecturer("wang", "default")
                .heldShare("many", "wang", Instant.parse("2026-06-10T06:00:00Z"), 45, 0)
                .heldShare("three", "wang", Instant.parse("2026-06-12T06:00:00Z"), 45, 0)
                .heldShare("one", "wang", Instant.parse("2026-06-20T06:00:00Z"), 45, 0)
                .rated("many", 8, 8, 8, 8, 8)
                .rated("three", 9, 9, 9)
                .rated("one", 1);
        List<TraceEntry> trace = months.trace(months.find("wang", JUNE).orElseThrow());
        assertThat(trace)
                .filteredOn(entry -> entry.component().equals("rating"))
                .extracting(
                        TraceEntry::event,
                        TraceEntry::shareId,
                        TraceEntry::count,
                        entry -> entry.mean().toString())
                .containsExactly(tuple("rated", "many", 5, "8.00"), tuple("ratedTogether", null, 4, "7.00"));
        assertThat(trace.toString()).doesNotContain("mean=1.00");
    }

    /** Frozen rows tell that a period is confirmed; the review that froze them is a later stage's. */
    @Test
    void aBoardOfFrozenMonthsStandsOnItsOwnRows() {
        company.employee("wang").lecturer("wang", "default");
        transaction.executeWithoutResult(open -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("insert into lecturer_month (period, lecturer_id, review_id, department, lecturer_group, held,"
                            + " on_time, ratings, rating_sum, raters, reuses, target_shares, target_minutes,"
                            + " target_reuse, target_raters, targets_version, weight_shares, weight_rating,"
                            + " weight_reuse, weight_timeliness, weights_version, score, grade, grade_version,"
                            + " rating_rank, trace, confirmed_at) values ('2026-06', 'wang', 'any', 'Sales',"
                            + " 'default', 2, 2, 5, 50, 5, 3, 2, 30, 3, 5, 1, 0.2, 0.4, 0.3, 0.1, 1, 100,"
                            + " 'excellent', 1, 1, '[]', now())")
                    .update();
        });
        assertThat(months.board(JUNE, null))
                .extracting(LecturerMonth::confirmed)
                .containsExactly(true);
    }

    @Test
    void aMonthBeginsAndEndsInTheCompanysZone() {
        company.employee("wang")
                .lecturer("wang", "default")
                .heldShare("may", "wang", Instant.parse("2026-05-31T15:59:59Z"), 45, 0)
                .heldShare("june", "wang", Instant.parse("2026-05-31T16:00:00Z"), 45, 0)
                .heldShare("july", "wang", Instant.parse("2026-06-30T16:00:00Z"), 45, 0);
        assertThat(months.find("wang", JUNE).orElseThrow().held()).isEqualTo(1);
    }

    @Test
    void aShareThatIsTooShortIsNotHeldButItsRatingsCount() {
        company.employee("wang")
                .lecturer("wang", "default")
                .heldShare("s1", "wang", Instant.parse("2026-06-10T06:00:00Z"), 29, 0)
                .rated("s1", 9, 9);
        LecturerMonth month = months.find("wang", JUNE).orElseThrow();
        assertThat(month.held()).isZero();
        assertThat(month.onTime()).isZero();
        assertThat(month.averageRating()).isEqualByComparingTo("9");
        assertThat(month.grade().name()).isEqualTo("fail");
        assertThat(months.trace(month)).first().extracting(TraceEntry::event).isEqualTo("shareTooShort");
    }

    @Test
    void aLecturerWithoutSharesHasAMonthOfZerosAndNobodyElseHasOne() {
        company.employee("wang").employee("mei").lecturer("wang", "default");
        LecturerMonth month = months.find("wang", JUNE).orElseThrow();
        assertThat(month.score()).isEqualByComparingTo("0");
        assertThat(month.averageRating()).isNull();
        assertThat(month.grade().name()).isEqualTo("fail");
        assertThat(month.ranks()).isEqualTo(new Ranks(null, null, null));
        assertThat(months.find("mei", JUNE)).isEmpty();
        assertThat(months.find("nobody", JUNE)).isEmpty();
    }

    @Test
    void beforeBecomingALecturerThereIsNoMonthUnlessSomethingWasShared() {
        company.employee("wang").lecturer("wang", "default");
        company.since("wang", LocalDate.of(2026, 7, 1));
        assertThat(months.find("wang", JUNE)).isEmpty();
        company.heldShare("s1", "wang", Instant.parse("2026-06-10T06:00:00Z"), 45, 0);
        assertThat(months.find("wang", JUNE)).isPresent();
    }

    @Test
    void theBoardShowsWhoIsRankedInOrderOfRank() {
        company.employee("a", "Sales", "Consultant", null)
                .employee("b", "IT", "Consultant", null)
                .employee("c", "IT", "Consultant", null)
                .employee("d")
                .lecturer("a", "default")
                .lecturer("b", "default")
                .lecturer("c", "default")
                .lecturer("d", "default");
        Instant start = Instant.parse("2026-06-10T06:00:00Z");
        company.heldShare("sa", "a", start, 45, 0).rated("sa", 7, 7, 7, 7, 7);
        company.heldShare("sb", "b", start, 45, 0).rated("sb", 9, 9, 9, 9, 9);
        company.heldShare("sc", "c", start, 45, 0).rated("sc", 8, 8, 8, 8, 8);
        company.heldShare("sd", "d", start, 45, 0).rated("sd", 10, 10, 10, 10);
        assertThat(months.board(JUNE, null))
                .extracting(LecturerMonth::lecturerId)
                .containsExactly("b", "c", "a");
        assertThat(months.board(JUNE, "IT"))
                .extracting(month -> month.ranks().rating())
                .containsExactly(1, 2);
        assertThat(months.board(JUNE, "Sales"))
                .singleElement()
                .extracting(LecturerMonth::ranks)
                .isEqualTo(new Ranks(3, null, 1));
    }
}
