package org.xinhuo.mentoring.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.Pairings;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** The whole loop with its real stages: again, with another mentor, and out. */
@XinhuoTest
class MentoringLoopTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestCompany company;

    @Autowired
    MentoringProcess mentoring;

    @Autowired
    Mentorships mentorships;

    @Autowired
    Pairings pairings;

    @Autowired
    CompanyTime time;

    @Autowired
    JdbcTemplate jdbc;

    LoopStory story;

    @BeforeEach
    void people() {
        story = new LoopStory(engine, time).people(company);
    }

    @Test
    void goesOnChangesTheMentorAndGraduates() {
        String id = mentoring.start("mei");
        story.choose(id, "wang");
        story.plan(id);
        assertThat(state(id)).isEqualTo(Mentorship.State.COACHING);
        mentoring.requestGraduation(id, "mei");
        assertThat(story.task(id, "giveDeepGuidance")).isNull();
        story.evaluate(id, "continue", 3);
        assertThat(state(id)).isEqualTo(Mentorship.State.PLANNING);
        story.plan(id);
        mentoring.requestRematch(id, "mei");
        story.choose(id, "li");
        story.plan(id);
        assertThat(mentorships.get(id).mentorId()).isEqualTo("li");
        mentoring.requestGraduation(id, "li");
        story.evaluate(id, "graduate", 4);
        assertThat(state(id)).isEqualTo(Mentorship.State.GRADUATED);
        assertThat(pairings.graduatedWith("Consultant")).containsOnlyKeys("li");
        assertThat(jdbc.queryForList("select mentor_id from mentor_mark order by id", String.class))
                .containsExactly("wang", "li");
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isZero();
    }

    @Test
    void askingToGraduateClosesTheCoachingAndNothingStaysOwed() {
        String id = mentoring.start("mei");
        story.choose(id, "wang");
        story.plan(id);
        assertThat(openCoachings()).isEqualTo(1);
        assertThat(owedDuties()).isPositive();
        mentoring.requestGraduation(id, "mei");
        assertThat(openCoachings()).isZero();
        assertThat(owedDuties()).isZero();
    }

    @Test
    void askingForARematchClosesTheCoachingAndNothingStaysOwed() {
        String id = mentoring.start("mei");
        story.choose(id, "wang");
        story.plan(id);
        mentoring.requestRematch(id, "wang");
        assertThat(openCoachings()).isZero();
        assertThat(owedDuties()).isZero();
    }

    private long openCoachings() {
        return count("select count(*) from coaching_case where ended_at is null");
    }

    private long owedDuties() {
        return count("select count(*) from duty where coalesce(done_at, missed_at, lapsed_at) is null");
    }

    private long count(String sql) {
        return jdbc.queryForObject(sql, Long.class);
    }

    private Mentorship.State state(String id) {
        return mentorships.get(id).state();
    }
}
