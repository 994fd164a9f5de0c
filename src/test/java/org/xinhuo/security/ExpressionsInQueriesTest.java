package org.xinhuo.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.ProcessBean;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;

/** CVE-2026-109432: an expression in a task query must not be evaluated, whichever way it comes in. */
@Import(ExpressionsInQueriesTest.Probes.class)
class ExpressionsInQueriesTest extends RightsCase {

    private static final AtomicInteger EVALUATED = new AtomicInteger();

    private static final String EXPRESSION = "${queryProbe.touch()}";
    private static final String FLAT = "{\"assigneeExpression\":\"" + EXPRESSION + "\"}";
    private static final String NESTED = "{\"orQueries\":[{\"assigneeExpression\":\"" + EXPRESSION + "\"}]}";
    private static final String DEEP =
            "{\"orQueries\":[{\"orQueries\":[{\"nameLike\":\"x\",\"dueDateExpression\":\"" + EXPRESSION + "\"}]}]}";
    private static final String BESIDE =
            "{\"assignee\":\"mei\",\"orQueries\":[{\"name\":\"x\"},{\"ownerExpression\":\"#{queryProbe.touch()}\"}]}";

    @ProcessBean
    public static class Probe {

        public String touch() {
            EVALUATED.incrementAndGet();
            return "mei";
        }
    }

    @TestConfiguration
    static class Probes {

        @Bean
        Probe queryProbe() {
            return new Probe();
        }
    }

    @BeforeEach
    void nothingYet() {
        EVALUATED.set(0);
    }

    static Stream<String> bodies() {
        return Stream.of(FLAT, NESTED, DEEP, BESIDE);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aQueryOfTasksIsRefused(String body) {
        for (String path : List.of("/task", "/task/count", "/task?maxResults=5&firstResult=0")) {
            for (String id : List.of("mei", "admin")) {
                assertRefused(as(id).post("/engine-rest" + path, body));
                assertRefused(as(id).post("/engine-rest/engine/default" + path, body));
                assertRefused(inWebapp(id).post(WEBAPP + path, body));
            }
        }
    }

    @Test
    void aQueryInTheAddressIsRefused() {
        String query = "?assigneeExpression=%24%7BqueryProbe.touch()%7D";
        for (String path : List.of("/task", "/task/count")) {
            assertRefused(as("mei").get("/engine-rest" + path + query));
            assertRefused(inWebapp("mei").get(WEBAPP + path + query));
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aFilterIsNotSaved(String body) {
        String filter = "{\"resourceType\":\"Task\",\"name\":\"probe\",\"query\":" + body + ",\"properties\":{}}";
        String harmless = filters().get(0);
        for (Caller caller : List.of(as("admin"))) {
            assertRefused(caller.post("/engine-rest/filter/create", filter));
            assertRefused(caller.put("/engine-rest/filter/" + harmless, filter));
        }
        Caller webapp = inWebapp("admin");
        assertRefused(webapp.post(WEBAPP + "/filter/create", filter));
        assertRefused(webapp.put(WEBAPP + "/filter/" + harmless, filter));
        assertThat(engine.getFilterService()
                        .createFilterQuery()
                        .filterName("probe")
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aFilterIsNotNarrowedByIt(String body) {
        for (String filter : filters()) {
            for (String what : List.of("list", "count", "singleResult", "list?firstResult=0&maxResults=5")) {
                assertRefused(as("mei").post("/engine-rest/filter/" + filter + "/" + what, body));
                Caller webapp = inWebapp("mei");
                assertRefused(webapp.post(WEBAPP + "/filter/" + filter + "/" + what, body));
                assertRefused(webapp.with("Accept", "application/hal+json")
                        .post(WEBAPP + "/filter/" + filter + "/" + what, body));
            }
        }
    }

    @Test
    void aFilterThatWasStoredBeforeIsNotRun() {
        for (boolean nested : List.of(true, false)) {
            String id = storedPastTheGuard(nested);
            try {
                for (String what : List.of("list", "count", "singleResult")) {
                    assertRefused(as("admin").get("/engine-rest/filter/" + id + "/" + what));
                    assertRefused(as("admin").post("/engine-rest/filter/" + id + "/" + what, "{\"name\":\"x\"}"));
                    assertRefused(inWebapp("admin").get(WEBAPP + "/filter/" + id + "/" + what));
                }
                assertRefused(as("admin").get("/engine-rest/filter?itemCount=true"));
                assertRefused(as("admin").get("/engine-rest/filter/" + id + "?itemCount=true"));
            } finally {
                engine.getFilterService().deleteFilter(id);
            }
        }
    }

    /** With the guard off, the engine does evaluate it: this is the hole. */
    @Test
    void theEngineAloneWouldRunIt() {
        String id = storedPastTheGuard(true);
        FilterServiceImpl unguarded = new FilterServiceImpl();
        unguarded.setCommandExecutor(((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired());
        unguarded.count(id);
        engine.getFilterService().deleteFilter(id);
        assertThat(EVALUATED.get()).isEqualTo(1);
        assertThatThrownBy(() -> engine.getTaskService()
                        .createTaskQuery()
                        .or()
                        .taskAssigneeExpression(EXPRESSION)
                        .endOr()
                        .count())
                .isInstanceOf(Refusal.class);
        assertThat(EVALUATED.get()).isEqualTo(1);
    }

    @Test
    void whoIsAskingAndTheGroupsMayStandInASavedFilter() {
        for (String harmless : List.of("${currentUser()}", "${ currentUser( ) }", " #{currentUser()} ")) {
            Answer made = as("admin")
                    .post(
                            "/engine-rest/filter/create",
                            "{\"resourceType\":\"Task\",\"name\":\"fine\",\"query\":{\"assigneeExpression\":\""
                                    + harmless
                                    + "\",\"orQueries\":[{\"candidateGroupsExpression\":\"${currentUserGroups()}\",\"assigned\":true}]}}");
            assertThat(made.status()).as(made.toString()).isEqualTo(200);
            engine.getFilterService().deleteFilter(made.json().path("id").asText());
        }
        for (String harmful : List.of(
                "${currentUser().toString()}",
                "${currentUser()}${queryProbe.touch()}",
                "${currentUser() == queryProbe.touch()}",
                "currentUser()",
                "${now()}")) {
            assertRefused(as("admin")
                    .post(
                            "/engine-rest/filter/create",
                            "{\"resourceType\":\"Task\",\"name\":\"bad\",\"query\":{\"assigneeExpression\":\"" + harmful
                                    + "\"}}"));
        }
    }

    @Test
    void theFiltersOfTasklistFindWhatTheySay() {
        Caller mei = as("mei");
        List<String> names = new ArrayList<>();
        mei.get("/engine-rest/filter?itemCount=true").json().forEach(filter -> {
            names.add(filter.path("name").asText());
            int expected = filter.path("name").asText().contains("Group") ? 0 : 1;
            assertThat(filter.path("itemCount").asInt()).as(filter.toString()).isEqualTo(expected);
        });
        assertThat(names).contains("我的任务 · My tasks", "我所在组的任务 · Group tasks", "全部任务 · All tasks");
        engine.getTaskService().complete(lisTask.getId());
        as("han").get("/engine-rest/filter?itemCount=true").json().forEach(filter -> {
            if (filter.path("name").asText().contains("Group")) {
                assertThat(filter.path("itemCount").asInt()).isEqualTo(1);
            }
        });
        assertThat(mei.post("/engine-rest/filter/create", "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{}}")
                        .status())
                .isEqualTo(403);
    }

    private List<String> filters() {
        return engine.getFilterService().createFilterQuery().list().stream()
                .map(filter -> filter.getId())
                .toList();
    }

    private String storedPastTheGuard(boolean nested) {
        TaskQueryImpl query = new TaskQueryImpl();
        if (nested) {
            query.or().taskAssigneeExpression(EXPRESSION).endOr();
        } else {
            query.taskAssigneeExpression(EXPRESSION);
        }
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            FilterEntity filter = new FilterEntity("Task");
            filter.setName("stored before");
            filter.setQuery(query);
            context.getFilterManager().insertOrUpdateFilter(filter);
            return filter.getId();
        });
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status())
                .as(answer.raw().uri() + ": " + answer.body())
                .isBetween(400, 499);
        assertThat(EVALUATED.get()).as("evaluated by " + answer.raw().uri()).isZero();
    }
}
