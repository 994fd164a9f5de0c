package org.xinhuo.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.xinhuo.audit.RecordedProcess;
import org.xinhuo.notification.Notices;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** The pages from outside: who gets which, in which language. */
@XinhuoWebTest
class PagesOverHttpTest {

    @Autowired
    TestRestTemplate http;

    @Autowired
    TestCompany company;

    @Autowired
    Notices notices;

    @Autowired
    ProcessEngine engine;

    RecordedProcess process;

    @BeforeEach
    void aCompanyWithAStory() {
        company.employee("mei")
                .employee("han")
                .role("han", "hr")
                .employee("shen")
                .role("shen", "auditor")
                .employee("qin")
                .role("qin", "process-owner");
        process = new RecordedProcess(engine);
        process.deploy();
        process.play("request-1", 75);
    }

    @AfterEach
    void removeTheProcess() {
        process.remove();
    }

    @Test
    void theFirstPageSpeaksTheBrowsersLanguageAndTheChosenOneBeforeIt() {
        String session = login("mei");

        assertThat(page(session, "/", "zh-TW,zh;q=0.9").getBody()).contains("lang=\"zh-CN\"", "我的任务");
        assertThat(page(session, "/", "de,en;q=0.5").getBody()).contains("lang=\"en\"", "My tasks");
        assertThat(page(session, "/", null).getBody()).contains("lang=\"en\"");
        assertThat(page(session + "; lang=zh-CN", "/", "en").getBody()).contains("我的任务");
        ResponseEntity<String> switched = page(session, "/?lang=zh-CN", "en");
        assertThat(switched.getBody()).contains("我的任务");
        assertThat(switched.getHeaders().get(HttpHeaders.SET_COOKIE))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("lang=zh-CN").contains("SameSite=Lax"));
    }

    @Test
    void aNoticeIsToldInTheReadersLanguage() {
        notices.tell("mei", "once", "people.unknownEmployee", null, "nobody");
        String session = login("mei");

        assertThat(page(session, "/", "en").getBody()).contains("There is nobody with the id");
        assertThat(page(session, "/", "zh-CN").getBody()).contains("没有编号为");
    }

    @Test
    void whatOneMayOpenIsLinkedAndNothingElse() {
        assertThat(page(login("mei"), "/", "en").getBody()).doesNotContain("/audit", "cockpit");
        assertThat(page(login("shen"), "/", "en").getBody()).contains("/audit").doesNotContain("cockpit");
        assertThat(page(login("qin"), "/", "en").getBody()).contains("cockpit").doesNotContain("/audit");
        assertThat(page(login("han"), "/", "en").getBody()).contains("Waits for HR");
    }

    @Test
    void onlyAuditorsReadStories() {
        for (String path : new String[] {"/audit", "/audit/instances/request-1", "/api/audit/instances/request-1"}) {
            assertThat(page(login("shen"), path, "en").getStatusCode()).as(path).isEqualTo(HttpStatus.OK);
            for (String person : new String[] {"mei", "han", "qin"}) {
                assertThat(page(login(person), path, "en").getStatusCode())
                        .as(person + " at " + path)
                        .isEqualTo(HttpStatus.FORBIDDEN);
            }
        }
        assertThat(page(login("mei"), "/audit", "zh-CN").getBody()).contains("您无权查看此页面");
    }

    @Test
    void theInterfaceTellsTheSameStoryAndKnowsNoOther() {
        TestRestTemplate auditor = http.withBasicAuth("shen", "shen");

        ResponseEntity<String> story = auditor.getForEntity("/api/audit/instances/request-1", String.class);
        assertThat(story.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
        assertThat(story.getBody())
                .contains("\"businessKey\":\"request-1\"", "\"kind\":\"DECIDED\"", "\"key\":\"audit-grade\"")
                .contains("\"who\":\"han\"");
        assertThat(auditor.getForEntity("/api/audit/instances/other", String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(http.getForEntity("/api/audit/instances/request-1", String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void aModelIsReadByAuditorsAlone() {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("audit-sample")
                .singleResult()
                .getId();

        assertThat(page(login("shen"), "/audit/models/" + definition, "en").getBody())
                .contains("<bpmn:", "BPMNDiagram");
        assertThat(page(login("mei"), "/audit/models/" + definition, "en").getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void aPageThatIsNotThereSaysSoInTheReadersLanguage() {
        ResponseEntity<String> missing = page(login("mei"), "/nothing-here", "zh-CN");

        assertThat(missing.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(missing.getBody()).contains("没有这个页面");
    }

    /** The cookie of a new session. */
    private String login(String person) {
        ResponseEntity<String> form = page("", "/login", "en");
        String token = form.getHeaders().get(HttpHeaders.SET_COOKIE).stream()
                .filter(cookie -> cookie.startsWith("XSRF-TOKEN="))
                .map(cookie -> cookie.substring("XSRF-TOKEN=".length(), cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        headers.set(HttpHeaders.COOKIE, "XSRF-TOKEN=" + token);
        headers.set("X-XSRF-TOKEN", token);
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("username", person);
        fields.add("password", person);
        ResponseEntity<String> answer =
                http.exchange("/login", HttpMethod.POST, new HttpEntity<>(fields, headers), String.class);
        return answer.getHeaders().get(HttpHeaders.SET_COOKIE).stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError(person + " could not log in: " + answer));
    }

    private ResponseEntity<String> page(String cookies, String path, String language) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT, "text/html,application/json;q=0.9,*/*;q=0.8");
        if (language != null) {
            headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
        }
        if (!cookies.isEmpty()) {
            headers.set(HttpHeaders.COOKIE, cookies);
        }
        return http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class);
    }
}
