package org.xinhuo.mentoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.mentoring.process.LoopStory;
import org.xinhuo.mentoring.process.MentoringProcess;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** What a message to a pair that works together does, and does not do, for somebody who sends it past our own pages. */
@XinhuoWebTest
class MessagesOverRestTest {

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
    JdbcClient jdbc;

    private String id;

    @BeforeEach
    void aPairAtWork() {
        LoopStory story = new LoopStory(engine, time).people(company);
        company.employee("otto").employee("admin").role("admin", "camunda-admin");
        id = mentoring.start("mei");
        story.choose(id, "wang");
        story.plan(id);
    }

    @Test
    void hrDoesNotSendWhatOnlyTheProductSays() {
        for (String message :
                new String[] {"mentoring.menteeLeft", "mentoring.planChangeRequested", "evaluation.answerWaived"}) {
            assertThat(send("han", message, "").status()).as(message).isEqualTo(403);
            assertThat(post("han", "{\"messageName\":\"" + message + "\",\"all\":true}")
                            .status())
                    .as(message)
                    .isEqualTo(403);
        }
        assertThat(state()).isEqualTo("COACHING");
        assertThat(count("select count(*) from plan where state = 'NEGOTIATING'"))
                .isZero();
        assertThat(count("select count(*) from refusal where person_id = 'han' and business_key = '" + id
                        + "' and channel = 'engine-rest' and action = 'POST /message'"))
                .isEqualTo(1);
    }

    @Test
    void aMessageReachesTheOneMentorshipThatItNames() {
        for (String one : new String[] {
            "\"all\":true",
            "\"all\":true,\"businessKey\":\"" + id + "\"",
            "\"businessKey\":null",
            "\"businessKey\":\" \""
        }) {
            Answer answer = post("han", "{\"messageName\":\"mentoring.rematchRequested\"," + one + "}");
            assertThat(answer.status()).as(one + " " + answer).isEqualTo(403);
        }
        String instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("mentoring")
                .singleResult()
                .getId();
        assertThat(post(
                                "han",
                                "{\"messageName\":\"mentoring.rematchRequested\",\"processInstanceId\":\"" + instance
                                        + "\"}")
                        .status())
                .isEqualTo(403);
        assertThat(send("han", "mentoring.paused", ",\"resultEnabled\":true,\"variablesInResultEnabled\":true")
                        .status())
                .isEqualTo(403);
        assertThat(state()).isEqualTo("COACHING");
    }

    @Test
    void whoOfHrIsOneOfThePairMayWhatThePairMay() {
        company.role("mei", "hr");
        assertThat(send(
                                "mei",
                                "mentoring.substituteNamed",
                                ",\"processVariables\":{\"substituteId\":{\"value\":\"li\",\"type\":\"String\"}}")
                        .status())
                .isEqualTo(403);
        assertThat(count("select count(*) from refusal where person_id = 'mei' and business_key = '" + id
                        + "' and action = 'name-substitute'"))
                .isEqualTo(1);
    }

    @Test
    void thePairSendsWhatTheTableGivesIt() {
        assertThat(send("otto", "mentoring.paused", "").status()).isEqualTo(403);
        assertThat(send("mei", "mentoring.paused", "").status()).isEqualTo(204);
        assertThat(send("wang", "mentoring.resumed", "").status()).isEqualTo(204);
        assertThat(send("mei", "mentoring.rematchRequested", "").status()).isEqualTo(204);
        assertThat(state()).isEqualTo("MATCHING");
        assertThat(send("mei", "mentoring.graduationRequested", "").status())
                .as("it waits for no such message now")
                .isEqualTo(400);
    }

    @Test
    void anAdministratorSendsWhatTheProductSays() {
        assertThat(send("admin", "mentoring.menteeLeft", "").status()).isEqualTo(204);
        assertThat(state()).isEqualTo("STOPPED");
    }

    private Answer send(String person, String message, String more) {
        return post(person, "{\"messageName\":\"" + message + "\",\"businessKey\":\"" + id + "\"" + more + "}");
    }

    private Answer post(String person, String body) {
        return Caller.basic(port, person).post("/engine-rest/message", body);
    }

    private String state() {
        return jdbc.sql("select state from mentorship where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
