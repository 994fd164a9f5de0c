package org.xinhuo.mentoring.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.absence.NoteLeave;
import org.xinhuo.mentoring.absence.Pauses;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** A process owner deploys tables with a slip in each; the loop goes on with what comes with the product. */
@XinhuoTest
class SlipsInTablesTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestCompany company;

    @Autowired
    CompanyTime time;

    @Autowired
    MentoringProcess mentoring;

    @Autowired
    AbsenceProcess absence;

    @Autowired
    Pauses pauses;

    @Autowired
    NoteLeave noteLeave;

    @Autowired
    JdbcTemplate jdbc;

    private String deployment;

    @BeforeEach
    void deploy() throws IOException {
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("pause-rule.dmn", table("pause-rule", "P1Y", "1 year"))
                .addString("plan-rounds.dmn", table("plan-rounds", "<text>3</text>", "<text>\"three\"</text>"))
                .addString("duty-cadence.dmn", table("duty-cadence", "\"P1M\"", "\"monthly\""))
                .deploy()
                .getId();
    }

    /** An owner whose mentors plan further ahead. */
    @Test
    void aLeaveReachesAsFarAsTheTableSays() throws IOException {
        company.employee("wang").mentor("wang", 1, "logical");
        LocalDate today = time.today();
        assertThatThrownBy(() -> noteLeave.note("wang", today, today.plusMonths(18), "wang"))
                .isInstanceOf(Refusal.class);
        String further = engine.getRepositoryService()
                .createDeployment()
                .addString("pause-rule.dmn", table("pause-rule", "P1Y", "P2Y"))
                .deploy()
                .getId();
        try {
            assertThat(noteLeave
                            .note("wang", today, today.plusMonths(18), "wang")
                            .lastDay())
                    .isEqualTo(today.plusMonths(18));
        } finally {
            engine.getRepositoryService().deleteDeployment(further, true);
        }
    }

    private static String table(String key, String said, String slip) throws IOException {
        String table = Files.readString(Path.of("dmn", key + ".dmn"));
        assertThat(table).contains(said);
        return table.replace(said, slip);
    }

    @AfterEach
    void remove() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void aPairPlansIsCoachedAndPausesAllTheSame() {
        LoopStory story = new LoopStory(engine, time).people(company);
        String id = mentoring.start("mei");
        story.choose(id, "wang");
        story.plan(id);
        LocalDate today = time.today();
        assertThat(jdbc.queryForObject(
                        "select due_on from duty where kind = 'DEEP_GUIDANCE' or kind = 'deep-guidance'",
                        LocalDate.class))
                .isEqualTo(today.plusMonths(1).minusDays(1));

        noteLeave.note("li", today.plusDays(1), today.plusYears(1), "li");
        absence.pause(id, "mei", null, null);

        assertThat(pauses.present(id).orElseThrow().lastDay()).isEqualTo(today.plusYears(1));
    }
}
