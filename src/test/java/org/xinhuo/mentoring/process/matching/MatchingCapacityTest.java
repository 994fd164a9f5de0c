package org.xinhuo.mentoring.process.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Places are never given twice. */
class MatchingCapacityTest extends MatchingStory {

    @Test
    void aMentorWhoIsFullMeanwhileIsNotAsked() {
        String mei = mentoring.start("mei");
        String lan = mentoring.start("lan");
        complete(lan, "chooseMentor", Map.of("choice", "wang"));
        complete(lan, "acceptMentee", Map.of("accepted", true));
        complete(mei, "chooseMentor", Map.of("choice", "wang"));
        assertThat(task(mei, "acceptMentee").getAssignee()).isEqualTo("li");
    }

    @Test
    void ofTwoAcceptancesInTheSameMomentOneGetsTheLastPlace() throws Exception {
        List<String> ids = List.of(mentoring.start("mei"), mentoring.start("lan"));
        List<String> tasks = new ArrayList<>();
        for (String id : ids) {
            complete(id, "chooseMentor", Map.of("choice", "wang"));
            tasks.add(task(id, "acceptMentee").getId());
        }
        CountDownLatch together = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Void>> answers = new ArrayList<>();
            for (String task : tasks) {
                Callable<Void> accept = () -> {
                    together.await();
                    engine.getTaskService().complete(task, Map.of("accepted", true));
                    return null;
                };
                answers.add(threads.submit(accept));
            }
            together.countDown();
            for (Future<Void> answer : answers) {
                answer.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(ids)
                .filteredOn(id -> "wang".equals(mentorships.get(id).mentorId()))
                .hasSize(1);
        assertThat(ids)
                .filteredOn(id -> mentorships.get(id).mentorId() == null)
                .singleElement()
                .satisfies(
                        id -> assertThat(task(id, "acceptMentee").getAssignee()).isEqualTo("li"));
    }
}
