package org.xinhuo.mentoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xinhuo.testing.Caller;

/** Pauses, rematches and timers in the same moment. */
class AbsenceAtOnceTest extends AbsenceOverHttp {

    @Test
    void fortyPairsPauseInTheSameMoment() throws Exception {
        List<String> ids = IntStream.range(0, 40)
                .mapToObj(number -> {
                    company.employee("m" + number);
                    return mentoring.start("m" + number);
                })
                .toList();
        ExecutorService together = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> pauses = ids.stream()
                    .map(one -> (Callable<Integer>) () -> Caller.basic(port, "han")
                            .post("/api/mentorships/" + one + "/pause", "")
                            .status())
                    .toList();
            for (Future<Integer> status : together.invokeAll(pauses)) {
                assertThat(status.get()).isEqualTo(204);
            }
        } finally {
            together.shutdownNow();
        }
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .timers()
                        .suspended()
                        .count())
                .isEqualTo(80);
    }

    @Test
    void twoRematchesInTheSameMomentPartThePairOnce() throws Exception {
        List<Integer> answers = inTheSameMoment(
                () -> post("mei", "/rematch", "").status(),
                () -> post("han", "/rematch", "").status());
        assertThat(answers).containsExactlyInAnyOrder(204, 409);
        assertThat(details().get("state").asText()).isEqualTo("matching");
        assertThat(story.task(id, "chooseMentor")).isNotNull();
    }

    /** Either the timer fires, or the pair pauses first and it is held; nothing runs on beside a pause. */
    @Test
    void aPauseAndATimerInTheSameMomentLeaveNothingRunning() throws Exception {
        for (int round = 0; round < 6; round++) {
            company.employee("p" + round).employee("q" + round).mentor("q" + round, 1, "logical");
            String pair = mentoring.start("p" + round);
            String timer = engine.getManagementService()
                    .createJobQuery()
                    .activityId("choiceOverdue")
                    .processInstanceId(engine.getRuntimeService()
                            .createProcessInstanceQuery()
                            .processDefinitionKey("matching")
                            .processInstanceBusinessKey(pair)
                            .singleResult()
                            .getId())
                    .singleResult()
                    .getId();
            List<Integer> answers = inTheSameMoment(
                    () -> Caller.basic(port, "han")
                            .post("/api/mentorships/" + pair + "/pause", "")
                            .status(),
                    () -> Caller.basic(port, "admin")
                            .post("/engine-rest/job/" + timer + "/execute", "{}")
                            .status());
            assertThat(answers.get(0)).isIn(204, 409);
            if (answers.get(0) == 204) {
                assertThat(engine.getManagementService()
                                .createJobQuery()
                                .timers()
                                .active()
                                .list())
                        .filteredOn(job -> pair.equals(keyOf(job.getProcessInstanceId())))
                        .extracting(job -> engine.getManagementService()
                                .createJobDefinitionQuery()
                                .jobDefinitionId(job.getJobDefinitionId())
                                .singleResult()
                                .getActivityId())
                        .containsExactly("pauseEnds");
            }
        }
    }

    private String keyOf(String instance) {
        return instance == null
                ? null
                : engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getBusinessKey();
    }

    private static List<Integer> inTheSameMoment(Callable<Integer> one, Callable<Integer> other) throws Exception {
        ExecutorService together = Executors.newFixedThreadPool(2);
        try {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : together.invokeAll(List.of(one, other))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            together.shutdownNow();
        }
    }
}
