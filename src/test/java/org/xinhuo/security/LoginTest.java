package org.xinhuo.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

@XinhuoWebTest
class LoginTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @BeforeEach
    void people() {
        company.employee("mei").employee("admin").role("admin", "camunda-admin");
    }

    @Test
    void healthIsOpenToEverybody() {
        assertThat(Caller.nobody(port).get("/actuator/health").status()).isEqualTo(200);
        assertThat(Caller.nobody(port).get("/actuator/health/liveness").status())
                .isEqualTo(200);
        assertThat(Caller.nobody(port).get("/actuator/health/readiness").status())
                .isEqualTo(200);
    }

    @Test
    void aPageLeadsToTheLoginPageAndBack() {
        Caller browser = Caller.nobody(port).with("Accept", "text/html");
        Answer refused = browser.get("/camunda/app/tasklist/default/");
        assertThat(refused.status()).isEqualTo(302);
        assertThat(refused.header("Location")).endsWith("/login");
        Answer loggedIn = browser.logIn("mei", "mei");
        assertThat(loggedIn.status()).isEqualTo(302);
        assertThat(loggedIn.header("Location")).contains("/camunda/app/tasklist/default/");
        assertThat(browser.get("/camunda/app/tasklist/default/").status()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordIsSaidOnTheLoginPageInTheReadersLanguage() {
        Caller browser = Caller.nobody(port).with("Accept-Language", "zh-CN");
        assertThat(browser.logIn("mei", "wrong").header("Location")).endsWith("/login?wrong");
        assertThat(browser.logIn("nobody", "nobody").header("Location")).endsWith("/login?wrong");
        assertThat(browser.get("/login?wrong").body()).contains("用户名或密码不正确");
    }

    @Test
    void restIsAnsweredWithAChallengeAndNeverARedirect() {
        for (String path : new String[] {"/engine-rest/task", "/engine-rest/engine", "/api/anything", "/v3/api-docs"}) {
            Answer answer = Caller.nobody(port).with("Accept", "text/html").get(path);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).as(path).startsWith("Basic");
            assertThat(answer.header("Content-Type")).as(path).startsWith("application/problem+json");
            assertThat(answer.json().path("type").asText()).isEqualTo("urn:xinhuo:problem:base.loginNeeded");
        }
    }

    @Test
    void basicLetsAPersonInWithTheRightPasswordAlone() {
        assertThat(Caller.basic(port, "mei").get("/engine-rest/task").status()).isEqualTo(200);
        assertThat(Caller.basic(port, "mei", "wrong").get("/engine-rest/task").status())
                .isEqualTo(401);
        assertThat(Caller.basic(port, "mei", "").get("/engine-rest/task").status())
                .isEqualTo(401);
        assertThat(Caller.basic(port, "nobody").get("/engine-rest/task").status())
                .isEqualTo(401);
        assertThat(Caller.basic(port, "m\0ei").get("/engine-rest/task").status())
                .isEqualTo(401);
    }

    @Test
    void theSessionServesTheRestInterfacesAndTheWebapps() {
        Caller mei = Caller.browser(port, "mei");
        assertThat(mei.get("/engine-rest/task").status()).isEqualTo(200);
        Answer webapp = mei.get("/camunda/api/admin/auth/user/default");
        assertThat(webapp.status()).isEqualTo(200);
        assertThat(webapp.json().path("userId").asText()).isEqualTo("mei");
        assertThat(webapp.json().path("authorizedApps").toString())
                .contains("tasklist")
                .doesNotContain("cockpit", "admin");
        assertThat(mei.get("/camunda/api/engine/engine/default/task").status()).isEqualTo(200);
    }

    @Test
    void theWebappsOwnInterfaceIsShutWithoutALogin() {
        Answer answer = Caller.nobody(port).with("Accept", "text/html").get("/camunda/api/engine/engine/default/task");
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void anUnknownApiAddressIsNotFoundAsAProblemDocument() {
        Answer answer = Caller.basic(port, "mei").get("/api/anything");
        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void anAddressThatACallerMakesUpDoesNotEvadeThePauseAfterWrongPasswords() {
        company.employee("guessed");
        Caller caller = Caller.nobody(port);
        List<String> answers = new ArrayList<>();
        for (int attempt = 0; attempt < 16; attempt++) {
            caller.with("X-Forwarded-For", "10.0.0." + attempt).with("Forwarded", "for=10.0.0." + attempt);
            answers.add(caller.logIn("guessed", "wrong").header("Location"));
        }
        assertThat(answers).anyMatch(location -> location.endsWith("/login?wait"));
    }

    @Test
    void aHostThatACallerMakesUpIsNoPartOfARedirect() {
        Answer answer = Caller.nobody(port)
                .with("Accept", "text/html")
                .with("X-Forwarded-Host", "evil.example")
                .with("Forwarded", "host=evil.example;proto=https")
                .with("X-Forwarded-Proto", "https")
                .with("X-Forwarded-Prefix", "/evil")
                .get("/");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).doesNotContain("evil", "https").endsWith("/login");
    }
}
