package org.xinhuo.mentoring.process.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.Test;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;

/** A slip in a table of deadlines keeps no task from opening. */
class StageDeadlinesTest {

    private final DelegateExecution execution = mock(DelegateExecution.class);

    private StageDeadlines saying(List<Outcome.Row> rows) {
        CompanyTime time = mock(CompanyTime.class);
        when(time.now()).thenReturn(Instant.parse("2026-03-02T01:00:00Z"));
        when(time.zone()).thenReturn(ZoneOffset.UTC);
        Decisions decisions = mock(Decisions.class);
        Outcome outcome = new Outcome(new Outcome.DecisionRef("plan-deadlines", 2, "x"), rows);
        when(decisions.decide(org.mockito.ArgumentMatchers.anyString(), org.mockito.ArgumentMatchers.anyMap()))
                .thenReturn(outcome);
        when(decisions.preview("plan-deadlines")).thenReturn(inputs -> outcome);
        return new StageDeadlines("plan-deadlines", decisions, time) {
            @Override
            protected Deadline shipped(String task) {
                return Deadline.days(5, 6, 8);
            }
        };
    }

    @Test
    void theTableCountsWhereItGivesPeriods() {
        StageDeadlines deadlines =
                saying(List.of(new Outcome.Row(Map.of("due", "P1D", "remindAfter", "P2D", "escalateAfter", "P1W"))));
        assertThat(deadlines.dueAt(execution, "draftPlan").toInstant()).isEqualTo("2026-03-03T01:00:00Z");
        assertThat(deadlines.remindAt(execution, "draftPlan").toInstant()).isEqualTo("2026-03-04T01:00:00Z");
        assertThat(deadlines.escalateAt(execution, "draftPlan").toInstant()).isEqualTo("2026-03-09T01:00:00Z");
    }

    @Test
    void theProductCountsOtherwise() {
        for (List<Outcome.Row> slip : List.of(
                List.<Outcome.Row>of(),
                List.of(new Outcome.Row(Map.of("due", "P7", "remindAfter", "PT48H", "escalateAfter", "soon"))))) {
            StageDeadlines deadlines = saying(slip);
            assertThat(deadlines.dueAt(execution, "draftPlan").toInstant()).isEqualTo("2026-03-07T01:00:00Z");
            assertThat(deadlines.remindAt(execution, "draftPlan").toInstant()).isEqualTo("2026-03-08T01:00:00Z");
            assertThat(deadlines.escalateAt(execution, "draftPlan").toInstant()).isEqualTo("2026-03-10T01:00:00Z");
        }
    }
}
