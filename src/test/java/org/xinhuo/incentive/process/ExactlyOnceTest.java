package org.xinhuo.incentive.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.incentive.review.AwardTitles;
import org.xinhuo.incentive.review.ComputeResults;
import org.xinhuo.incentive.review.ConfirmResults;
import org.xinhuo.incentive.review.FreezeResults;
import org.xinhuo.incentive.review.OpenReview;
import org.xinhuo.incentive.review.OpenReview.Finding;
import org.xinhuo.incentive.review.OpenReview.Opened;
import org.xinhuo.incentive.review.WarnLecturers;
import org.xinhuo.incentive.reward.ApproveReward;
import org.xinhuo.incentive.reward.CreditReward;
import org.xinhuo.incentive.reward.GrantRewards;
import org.xinhuo.incentive.reward.RewardEntry;
import org.xinhuo.incentive.reward.RewardLedger;
import org.xinhuo.incentive.title.LecturerTitles;
import org.xinhuo.incentive.title.TitleEntry;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** Whoever does it, however often, at the same moment: one review, one reward, one warning. */
@XinhuoTest
class ExactlyOnceTest {

    static final YearMonth MAY = YearMonth.of(2026, 5);
    static final YearMonth JUNE = YearMonth.of(2026, 6);
    static final int AT_ONCE = 4;

    @Autowired
    TestCompany company;

    @Autowired
    OpenReview openReview;

    @Autowired
    ComputeResults computeResults;

    @Autowired
    ConfirmResults confirmResults;

    @Autowired
    FreezeResults freezeResults;

    @Autowired
    GrantRewards grantRewards;

    @Autowired
    CreditReward creditReward;

    @Autowired
    ApproveReward approveReward;

    @Autowired
    WarnLecturers warnLecturers;

    @Autowired
    RewardLedger ledger;

    @Autowired
    AwardTitles awardTitles;

    @Autowired
    LecturerTitles titles;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void threeLecturers() {
        for (String lecturer : List.of("a", "b", "c")) {
            company.employee(lecturer)
                    .lecturer(lecturer, "default")
                    .heldShare("s" + lecturer, lecturer, Instant.parse("2026-06-10T06:00:00Z"), 45, 1)
                    .rated("s" + lecturer, 8, 8, 8, 8, 8);
        }
        company.employee("d").lecturer("d", "default");
    }

    @Test
    void reviewsThatStartAtOnceOpenOne() throws Exception {
        List<Opened> opened = atOnce(() -> openReview.open(null, JUNE, null));
        assertThat(opened).extracting(Opened::finding).containsOnlyOnce(Finding.OPENED);
        assertThat(opened)
                .extracting(Opened::reviewId)
                .containsOnly(opened.get(0).reviewId());
    }

    @Test
    void rewardsGrantedAtOnceAreGrantedOnce() throws Exception {
        confirm(JUNE);
        List<List<String>> granted = atOnce(() -> grantRewards.grant(JUNE));
        assertThat(ledger.find(JUNE, null)).hasSize(4);
        assertThat(granted.stream().flatMap(List::stream)).hasSize(4).doesNotHaveDuplicates();
        assertThat(grantRewards.grant(JUNE)).isEmpty();
    }

    @Test
    void aRewardCreditedAtOnceIsCreditedOnce() throws Exception {
        confirm(JUNE);
        String reward = grantRewards.grant(JUNE).get(0);
        approveReward.byRule(reward);
        atOnce(() -> {
            creditReward.credit(reward);
            return true;
        });
        assertThat(ledger.get(reward).state()).isEqualTo(RewardEntry.State.CREDITED);
    }

    @Test
    void warningsWrittenAtOnceAreWrittenOnce() throws Exception {
        confirm(MAY);
        confirm(JUNE);
        List<List<String>> warned = atOnce(() -> warnLecturers.warn(JUNE, null));
        assertThat(warned.stream().flatMap(List::stream)).hasSize(1);
    }

    @Test
    void monthsThatAreJudgedAtOnceGiveOneTitle() throws Exception {
        for (String month : List.of("2026-04", "2026-05", "2026-06")) {
            company.confirmedMonth("d", month, "excellent");
        }
        // By the review of one month and the correction of another, as jobs of one node already do.
        Iterator<YearMonth> months = List.of(MAY, JUNE, MAY, JUNE).iterator();
        atOnce(() -> {
            YearMonth month;
            synchronized (months) {
                month = months.next();
            }
            awardTitles.award(month, null);
            return true;
        });
        assertThat(titles.of("d")).extracting(TitleEntry::kind).containsExactly(TitleEntry.Kind.WON);
        assertThat(jdbc.sql("select count(*) from notice where person_id = 'd' and code like 'incentive.titleWon%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theDatabaseRefusesATitleThatIsHeldAndTheLossOfOneThatIsNot() {
        assertThatThrownBy(() -> entry("lost")).hasMessageContaining("does not hold");
        entry("won");
        for (String kind : List.of("won", "restored")) {
            assertThatThrownBy(() -> entry(kind)).as(kind).hasMessageContaining("already");
        }
        entry("lost");
        assertThatThrownBy(() -> entry("withdrawn")).hasMessageContaining("does not hold");
        entry("restored");
        assertThat(titles.of("d")).hasSize(3);
    }

    private void entry(String kind) {
        company.write(
                "insert into title_entry (lecturer_id, title, kind, period, decision_key, decision_version, decided_at)"
                        + " values ('d', 'senior-lecturer', ?, '2026-06', 'lecturer-title', 1, now())",
                kind);
    }

    private String confirm(YearMonth period) {
        String review = openReview.open(null, period, null).reviewId();
        computeResults.compute(review);
        confirmResults.confirmUnasked(review, null);
        freezeResults.freeze(review);
        return review;
    }

    /** Everybody in a transaction of the own, let go at the same moment. */
    private <T> List<T> atOnce(Callable<T> work) throws InterruptedException, ExecutionException {
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        CyclicBarrier start = new CyclicBarrier(AT_ONCE);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int person = 0; person < AT_ONCE; person++) {
                running.add(people.submit(() -> {
                    start.await();
                    return transaction.execute(open -> called(work));
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            people.shutdownNow();
        }
    }

    private static <T> T called(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
