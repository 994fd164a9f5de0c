package org.xinhuo.mentoring.process.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.xinhuo.mentoring.log.LogConsent;
import org.xinhuo.mentoring.process.MentoringProcess;
import org.xinhuo.testing.XinhuoTest;

/** At a change of the mentor the mentee says whether the log goes along. */
@XinhuoTest
class HandOverTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    LogConsent consent;

    AbsenceStory story;

    @BeforeEach
    void aCompany() {
        context.getBean(ProcessEngine.class).getProcessEngineConfiguration().setAuthorizationEnabled(false);
        story = new AbsenceStory(context);
    }

    @AfterEach
    void asBefore() {
        story.engine.getProcessEngineConfiguration().setAuthorizationEnabled(true);
    }

    @Test
    void theNextMentorReadsTheEarlierLogWhereTheMenteeSaysSo() {
        parted();
        liIsChosen(Map.of("choice", "li", "handOver", true));
        assertThat(consent.visibleFrom(story.id)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void withoutAWordTheEarlierLogStaysWithTheMentee() {
        parted();
        liIsChosen(Map.of("choice", "li"));
        assertThat(consent.visibleFrom(story.id)).isAfter(AbsenceStory.NOON);
    }

    @Test
    void theFirstTimeThereIsNothingToHandOverAndNothingIsAsked() {
        assertThat(offered()).isEqualTo(false);
        story.does("mei", "chooseMentor", Map.of("choice", "wang", "handOver", true));
        assertThat(story.text("select count(*) from log_consent")).isEqualTo("0");
    }

    private void parted() {
        story.paired();
        story.passDays(3);
        context.getBean(MentoringProcess.class).requestRematch(story.id, "mei");
        assertThat(offered()).isEqualTo(true);
    }

    private Object offered() {
        return story.engine
                .getFormService()
                .getTaskFormVariables(story.task("chooseMentor", "mei").getId())
                .get("hadMentor");
    }

    private void liIsChosen(Map<String, Object> choice) {
        story.does("mei", "chooseMentor", choice);
        story.does("li", "acceptMentee", Map.of("accepted", true));
    }
}
