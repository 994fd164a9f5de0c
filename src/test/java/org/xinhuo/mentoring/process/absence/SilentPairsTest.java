package org.xinhuo.mentoring.process.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.xinhuo.mentoring.absence.SilentPairs;
import org.xinhuo.mentoring.process.AbsenceProcess;
import org.xinhuo.testing.XinhuoTest;

/** Whom HR finds among the silent pairs: who is silent now, and nobody the own pair. */
@XinhuoTest
class SilentPairsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    SilentPairs silentPairs;

    AbsenceStory story;

    @BeforeEach
    void aPairWhoseSilenceHrKnows() {
        context.getBean(ProcessEngine.class).getProcessEngineConfiguration().setAuthorizationEnabled(false);
        story = new AbsenceStory(context).paired();
        story.passDays(30);
        story.fires("silenceDue");
        assertThat(silentPairs.knownToHr("han")).isEmpty();
        story.passDays(7);
        story.fires("silenceUnanswered");
    }

    @AfterEach
    void asBefore() {
        story.engine.getProcessEngineConfiguration().setAuthorizationEnabled(true);
    }

    /** After the last reminder the next look is thirty days away. */
    @Test
    void whoIsInTouchAgainIsOffTheListAtOnceHoweverFarAwayTheNextLookIs() {
        for (int week = 1; week <= 4; week++) {
            story.passDays(7);
            story.fires("silenceDueAgain");
        }
        story.passDays(1);
        story.writes("wang", "最近怎么样？");
        assertThat(silentPairs.knownToHr("han")).as("one writes alone").containsExactly(story.id);
        story.writes("mei", "挺好的。");
        assertThat(silentPairs.knownToHr("han")).isEmpty();
    }

    @Test
    void whatTheyWroteBeforeTheSilenceTakesNobodyOffTheList() {
        story.writes("wang", "最近怎么样？");
        story.writes("mei", "挺好的。");
        story.fires("silenceDueAgain");
        story.passDays(30);
        story.fires("silenceDueAgain");
        story.passDays(7);
        story.fires("silenceUnanswered");
        assertThat(silentPairs.knownToHr("han")).containsExactly(story.id);
    }

    @Test
    void nobodyFindsTheOwnPair() {
        assertThat(silentPairs.knownToHr("mei")).isEmpty();
        assertThat(silentPairs.knownToHr("wang")).isEmpty();
        assertThat(silentPairs.knownToHr("li")).containsExactly(story.id);
        LocalDate today = LocalDate.of(2026, 4, 8);
        context.getBean(AbsenceProcess.class).nameSubstitute(story.id, "wang", "li", today, today.plusDays(9));
        assertThat(silentPairs.knownToHr("li")).as("not yet").containsExactly(story.id);
        story.fires("substitutionBegins");
        assertThat(silentPairs.knownToHr("li")).isEmpty();
        story.fires("substitutionEnds");
        assertThat(silentPairs.knownToHr("li")).as("no more").containsExactly(story.id);
    }
}
