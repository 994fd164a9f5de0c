package org.xinhuo.incentive.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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
    MonthCounts counts;

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
                .containsExactly("shareHeld", "contentOnTime", "rated", "reused", "shareHeld", "contentLate", "rated");
        assertThat(trace.stream().map(TraceEntry::points).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isBetween(new BigDecimal("69.26"), new BigDecimal("69.32"));
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
        assertThat(month.ranks()).isEqualTo(Ranks.NONE);
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

    /** Counts by one statement and counts by going through everything one by one are the same. */
    @Test
    void theStatementCountsWhatGoingThroughOneByOneCounts() {
        Random random = new Random(7);
        List<Share> shares = new ArrayList<>();
        for (int lecturer = 0; lecturer < 12; lecturer++) {
            company.employee("l" + lecturer).lecturer("l" + lecturer, lecturer % 3 == 0 ? "sales" : "default");
            for (int number = 0; number < random.nextInt(5); number++) {
                Share share = new Share(
                        "l" + lecturer + "-" + number,
                        "l" + lecturer,
                        Instant.parse("2026-05-30T00:00:00Z").plusSeconds(random.nextInt(34 * 86_400)),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        random.nextInt(60),
                        random.nextInt(4),
                        random.ints(random.nextInt(8), 1, 11).toArray());
                shares.add(share);
                company.share(
                                share.id,
                                share.lecturer,
                                share.start,
                                share.held ? "HELD" : "NOT_HELD",
                                share.onTime ? "SUBMITTED" : "LATE",
                                share.minutes,
                                share.reuse)
                        .rated(share.id, share.scores);
            }
        }
        List<MonthCount> counted = counts.ofEverybody(JUNE, Map.of("default", 30, "sales", 20));
        assertThat(counted).hasSize(12);
        for (MonthCount count : counted) {
            int held = 0;
            int onTime = 0;
            int ratings = 0;
            int sum = 0;
            int reuses = 0;
            Set<Integer> raters = new HashSet<>();
            for (Share share : shares) {
                boolean inJune = !share.start.isBefore(Instant.parse("2026-05-31T16:00:00Z"))
                        && share.start.isBefore(Instant.parse("2026-06-30T16:00:00Z"));
                if (share.lecturer.equals(count.lecturerId()) && inJune) {
                    boolean counts =
                            share.held && share.minutes >= (count.group().equals("sales") ? 20 : 30);
                    held += counts ? 1 : 0;
                    onTime += counts && share.onTime ? 1 : 0;
                    reuses += share.reuse;
                    for (int learner = 0; learner < share.scores.length; learner++) {
                        ratings++;
                        sum += share.scores[learner];
                        raters.add(learner);
                    }
                }
            }
            assertThat(count)
                    .isEqualTo(new MonthCount(
                            count.lecturerId(),
                            count.name(),
                            count.department(),
                            count.group(),
                            held,
                            onTime,
                            ratings,
                            sum,
                            raters.size(),
                            reuses));
        }
    }

    record Share(
            String id,
            String lecturer,
            Instant start,
            boolean held,
            boolean onTime,
            int minutes,
            int reuse,
            int[] scores) {}
}
