package org.xinhuo.mentoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.xinhuo.mentoring.process.stage.StageStory;
import org.xinhuo.people.Competencies;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** What a mentor still sees of a mentee who has graduated: how it was at the end. */
@XinhuoWebTest
class EndedMentorshipTest {

    private static final LocalDate LATER = StageStory.TODAY.plusDays(40);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    TestCompany company;

    @BeforeEach
    void meiHasLearntMoreSince() {
        StageStory story = new StageStory(context).pair();
        company.write("update assessment set recorded_at = timestamptz '2026-01-01 00:00:00Z'");
        company.write("update mentorship set state = 'GRADUATED', ended_at = timestamptz '2026-03-02 05:00:00Z'");
        story.itIs(LATER);
        context.getBean(Competencies.class).assess("mei", "Speaking", new BigDecimal("3.5"), LATER, "self");
    }

    @Test
    void theMentorOfThenSeesTheLevelsOfTheEnd() {
        assertThat(speaking("wang")).isEqualByComparingTo("2");
        assertThat(page("wang")).doesNotContain("3.5");
    }

    @Test
    void theMenteeAndHrSeeThoseOfNow() {
        assertThat(speaking("mei")).isEqualByComparingTo("3.5");
        assertThat(speaking("han")).isEqualByComparingTo("3.5");
        assertThat(page("mei")).contains("3.5");
    }

    private String page(String reader) {
        return Caller.browser(port, reader)
                .get("/mentorships/" + StageStory.KEY)
                .body();
    }

    private BigDecimal speaking(String reader) {
        JsonNode competencies = Caller.basic(port, reader)
                .get("/api/mentorships/" + StageStory.KEY)
                .json()
                .path("competencies");
        for (JsonNode competency : competencies) {
            if (competency.path("competency").asText().equals("Speaking")) {
                return competency.path("level").decimalValue();
            }
        }
        throw new IllegalStateException("no level of Speaking in " + competencies);
    }
}
