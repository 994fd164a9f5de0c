package org.xinhuo.incentive.process.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.opportunity.ApplyForTraining;
import org.xinhuo.incentive.opportunity.CallOffTraining;
import org.xinhuo.incentive.opportunity.TrainingApplication;
import org.xinhuo.incentive.opportunity.TrainingApplications;
import org.xinhuo.incentive.opportunity.TrainingOffer;
import org.xinhuo.incentive.opportunity.TrainingOffers;
import org.xinhuo.incentive.opportunity.WithdrawFromTraining;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** What happens in the same moment, and in any order, gives no place twice and leaves none free. */
@XinhuoTest
class TrainingCollisionsTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestCompany company;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TrainingOffers offers;

    @Autowired
    TrainingApplications applications;

    @Autowired
    ApplyForTraining apply;

    @Autowired
    WithdrawFromTraining withdraw;

    @Autowired
    CallOffTraining callOff;

    @Autowired
    JdbcClient jdbc;

    TrainingStory offer;

    @BeforeEach
    void people(@Autowired ApplicationContext context) {
        offer = new TrainingStory(context);
        offer.people();
    }

    @Test
    void ofTwoWhoApplyForTheLastPlaceAtOnceOneGetsIt() throws Exception {
        String id = offer.published(1, null);
        atOnce(() -> apply.applyAnywhere(id, "wang", "想去"), () -> apply.applyAnywhere(id, "li", "想去"));
        assertThat(offer.states(id)).isEqualTo(Map.of("wang", "APPLIED", "li", "APPLIED"));
        offer.fireAll("applyForTraining");
        offer.fire("deadlinePassed");
        offer.confirm("han");
        assertThat(offer.states(id)).isEqualTo(Map.of("wang", "PLACED", "li", "WAITING"));
    }

    @RepeatedTest(5)
    void whoAppliesInTheMomentOfTheDeadlineIsEitherRankedOrRefused() throws Exception {
        String id = offer.published(1, null);
        offer.submit("li", "想去");
        String timer = offer.job("deadlinePassed").getId();
        List<Throwable> failures =
                atOnce(() -> apply.applyAnywhere(id, "wang", "想去"), () -> management.executeJob(timer));
        if (offers.get(id).state() == TrainingOffer.State.OPEN) {
            management.executeJob(timer); // The application was quicker; the job executor tries again.
        }
        assertThat(failures)
                .as("wang's application is refused, or the timer goes again")
                .allMatch(failure -> Refusal.in(failure) != null
                        || failure instanceof OptimisticLockingFailureException
                        || failure instanceof OptimisticLockingException);
        boolean refused = applications.of(id, "wang").isEmpty();
        assertThat(offer.order(id))
                .as("what failed: %s", failures)
                .isEqualTo(refused ? List.of("li") : List.of("wang", "li"));
    }

    @Test
    void twoWhoGiveBackAtOnceLetTwoMoveUp() throws Exception {
        String id = offer.given(2, "wang", "li", "zhou", "qian");
        List<Throwable> failures = atOnce(() -> withdraw.withdraw(id, "wang"), () -> withdraw.withdraw(id, "li"));
        assertThat(failures).isEmpty();
        assertThat(offer.states(id))
                .isEqualTo(Map.of("wang", "WITHDRAWN", "li", "WITHDRAWN", "zhou", "PLACED", "qian", "PLACED"));
    }

    /** Applications, withdrawals, leaving, deadline, confirmation and the daily look in any order. */
    @Test
    void noSequenceOverbooksOrLeavesAPlaceFreeWhileSomebodyWaits() {
        for (int index = 0; index < 6; index++) {
            offer.lecturer("p" + index, index % 2 == 0 ? "excellent" : "good", (70 + index) + ".00");
        }
        for (long seed = 1; seed <= 25; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            company.write("update employee set left_on = null");
            int places = 1 + random.nextInt(3);
            String id = offer.published(places, "seq-" + seed);
            for (int step = 0; step < 24; step++) {
                String person = "p" + random.nextInt(6);
                try {
                    switch (random.nextInt(12)) {
                        case 0, 1, 2, 3, 4 -> apply.applyAnywhere(id, person, "想去");
                        case 5, 6, 7 -> withdraw.withdraw(id, person);
                        case 8 -> offer.fireIfThere(id, step < 6 ? "none" : "deadlinePassed", "applicationsClosed");
                        case 9 -> offer.confirmIfThere(id);
                        case 10 -> {
                            if (random.nextInt(4) == 0) {
                                company.left(person);
                            }
                        }
                        default -> offer.fireIfThere(id, "dayBegan");
                    }
                } catch (RuntimeException refused) {
                    assertThat(Refusal.in(refused))
                            .as("seed %s: %s", seed, refused)
                            .isNotNull();
                }
                expectFair(id, places, seed);
            }
            offer.fireIfThere(id, "deadlinePassed", "applicationsClosed");
            offer.confirmIfThere(id);
            offer.fireIfThere(id, "dayBegan");
            expectFair(id, places, seed);
            if (offers.get(id).state().runs()) {
                callOff.callOff(id, "han", "下一轮");
            }
        }
    }

    private void expectFair(String id, int places, long seed) {
        List<TrainingApplication> all = applications.of(id);
        List<TrainingApplication> placed = all.stream()
                .filter(one -> one.state() == TrainingApplication.State.PLACED)
                .toList();
        assertThat(placed).as("seed %s: no more than there are", seed).hasSizeLessThanOrEqualTo(places);
        assertThat(placed).extracting(TrainingApplication::place).doesNotHaveDuplicates();
        List<TrainingApplication> waiting = all.stream()
                .filter(one -> one.state() == TrainingApplication.State.WAITING)
                .toList();
        if (placed.size() < places) {
            assertThat(waiting)
                    .as("seed %s: nobody who is here waits for a free place", seed)
                    .allMatch(one -> jdbc.sql("select left_on is not null from employee where id = ?")
                            .param(one.lecturerId())
                            .query(Boolean.class)
                            .single());
        }
    }

    /** @return what failed */
    private static List<Throwable> atOnce(Runnable... work) throws Exception {
        CyclicBarrier together = new CyclicBarrier(work.length);
        ExecutorService threads = Executors.newFixedThreadPool(work.length);
        try {
            List<Future<Throwable>> results = Stream.of(work)
                    .map(one -> threads.submit(() -> {
                        together.await();
                        try {
                            one.run();
                            return null;
                        } catch (RuntimeException failure) {
                            return (Throwable) failure;
                        }
                    }))
                    .toList();
            List<Throwable> failures = new ArrayList<>();
            for (Future<Throwable> result : results) {
                Throwable failure = result.get();
                if (failure != null) {
                    failures.add(failure);
                }
            }
            return failures;
        } finally {
            threads.shutdown();
        }
    }
}
