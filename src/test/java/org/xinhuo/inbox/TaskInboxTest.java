package org.xinhuo.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.testing.XinhuoTest;

@XinhuoTest
class TaskInboxTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");

    @Autowired
    TaskInbox inbox;

    @Test
    void theMostUrgentOfAllSubjectsComeFirstEachOnceAndWithoutADateLast() {
        put("a-late", null, List.of("mei"), List.of("hr"));
        put("b-hr", MONDAY.plusSeconds(60), List.of(), List.of("hr"));
        put("c-both", MONDAY, List.of("mei"), List.of("hr", "lecturer"));
        put("d-mei", MONDAY.plusSeconds(30), List.of("mei"), List.of());
        put("e-mei", MONDAY.plusSeconds(60), List.of("mei"), List.of());
        put("f-other", MONDAY.minusSeconds(60), List.of("li"), List.of("auditor"));

        assertThat(open(10)).containsExactly("c-both", "d-mei", "b-hr", "e-mei", "a-late");
        assertThat(open(3)).containsExactly("c-both", "d-mei", "b-hr");
        assertThat(open(1)).containsExactly("c-both");
        assertThat(inbox.openTasks("mei", Set.of(), 2))
                .extracting(OpenTask::taskId)
                .containsExactly("c-both", "d-mei");
        assertThat(inbox.openTasks("nobody", Set.of("lecturer"), 10)).hasSize(1);
    }

    private List<String> open(int limit) {
        return inbox.openTasks("mei", Set.of("hr", "lecturer"), limit).stream()
                .map(OpenTask::taskId)
                .toList();
    }

    private void put(String id, @Nullable Instant due, List<String> people, List<String> groups) {
        inbox.put(new OpenTask(id, "process", "task", "name", "key", null, due), people, groups);
    }
}
