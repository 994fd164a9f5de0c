package org.xinhuo.mentoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.mentoring.process.LoopStory;
import org.xinhuo.mentoring.process.MentoringProcess;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

@XinhuoWebTest
class MentorshipRequestsApiTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    ProcessEngine engine;

    @Autowired
    CompanyTime time;

    @Autowired
    MentoringProcess mentoring;

    @Autowired
    JdbcTemplate jdbc;

    LoopStory story;
    String id;

    @BeforeEach
    void aPairIsFound() {
        story = new LoopStory(engine, time).people(company);
        company.employee("otto")
                .employee("shen")
                .role("shen", "auditor")
                .employee("admin")
                .role("admin", "camunda-admin");
        id = mentoring.start("mei");
        story.choose(id, "wang");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mei", "wang", "han", "admin"})
    void thePairHrAndAdministratorsAskToGraduate(String person) {
        story.plan(id);
        Answer answer = ask(person, "graduation");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
        assertThat(state()).isEqualTo("evaluating");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mei", "wang", "han", "admin"})
    void thePairHrAndAdministratorsAskForARematch(String person) {
        story.plan(id);
        Answer answer = ask(person, "rematch");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
        assertThat(state()).isEqualTo("matching");
    }

    @ParameterizedTest
    @CsvSource({"otto, graduation", "shen, graduation", "li, graduation", "otto, rematch", "shen, rematch"})
    void nobodyElseAsks(String person, String request) {
        story.plan(id);
        assertThat(ask(person, request).status()).isEqualTo(403);
        assertThat(state()).isEqualTo("coaching");
    }

    @Test
    void hrWithdrawsWhatLooksForAMentorAndTheMenteeBeginsAgain() {
        assertThat(withdraw("han", "wrong person").status()).as("paired").isEqualTo(409);
        ask("mei", "rematch");
        assertThat(withdraw("mei", "wrong person").status()).isEqualTo(403);
        assertThat(withdraw("han", " ").status()).isEqualTo(400);
        assertThat(state()).isEqualTo("matching");
        Answer answer = withdraw("han", "wrong person");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
        assertThat(engine.getTaskService().createTaskQuery().count()).isZero();
        assertThat(state()).isEqualTo("stopped");
        assertThat(withdraw("han", "again").status()).isEqualTo(409);
        assertThat(mentoring.start("mei")).isNotEqualTo(id);
    }

    @Test
    void whoeverIsAskedIsToldOfTheWithdrawalOnce() {
        ask("mei", "rematch");
        engine.getTaskService()
                .complete(
                        engine.getTaskService()
                                .createTaskQuery()
                                .taskDefinitionKey("chooseMentor")
                                .singleResult()
                                .getId(),
                        java.util.Map.of("choice", "li"));
        withdraw("han", "wrong person");
        assertThat(jdbc.queryForList(
                        "select person_id from notice where code in ('matching.notice.withdrawn',"
                                + " 'mentoring.notice.stopped') order by person_id",
                        String.class))
                .containsExactly("li", "mei");
        assertThat(jdbc.queryForObject("select count(*) from shortlist where closed_at is null", Integer.class))
                .isZero();
    }

    @Test
    void whereAnAdministratorDeletesTheInstanceTheMenteeBeginsAgain() {
        engine.getRuntimeService()
                .deleteProcessInstance(
                        engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processDefinitionKey("mentoring")
                                .processInstanceBusinessKey(id)
                                .singleResult()
                                .getId(),
                        "broken");
        assertThat(state()).isEqualTo("stopped");
        assertThat(mentoring.start("mei")).isNotEqualTo(id);
    }

    private Answer withdraw(String person, String reason) {
        return Caller.basic(port, person)
                .post("/api/mentorships/" + id + "/withdrawal", "{\"reason\":\"" + reason + "\"}");
    }

    @Test
    void outsideCoachingNobodyGraduatesAndTheStateIsSaid() {
        Answer answer = ask("mei", "graduation");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("detail").asText()).contains(id, "planning");
        story.plan(id);
        assertThat(ask("mei", "graduation").status()).isEqualTo(204);
        assertThat(ask("mei", "graduation").status()).isEqualTo(409);
    }

    @Test
    void aPairPartsWhilePlanningAndWhileJudgingAndWithoutAPairThereIsNobodyToPart() {
        assertThat(ask("wang", "rematch").status()).isEqualTo(204);
        assertThat(state()).isEqualTo("matching");
        Answer alone = ask("mei", "rematch");
        assertThat(alone.status()).isEqualTo(409);
        assertThat(alone.json().get("detail").asText()).contains(id, "matching");
        story.choose(id, "li");
        story.plan(id);
        ask("mei", "graduation");
        assertThat(ask("mei", "rematch").status()).isEqualTo(204);
        assertThat(state()).isEqualTo("matching");
    }

    @Test
    void anUnknownMentorshipIsNotFound() {
        assertThat(Caller.basic(port, "han")
                        .post("/api/mentorships/none/rematch", "")
                        .status())
                .isEqualTo(404);
    }

    private Answer ask(String person, String request) {
        return Caller.basic(port, person)
                .with("Accept-Language", "en")
                .post("/api/mentorships/" + id + "/" + request, "");
    }

    private String state() {
        return Caller.basic(port, "han")
                .get("/api/mentorships/" + id)
                .json()
                .get("state")
                .asText();
    }
}
