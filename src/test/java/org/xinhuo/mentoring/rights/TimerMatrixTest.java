package org.xinhuo.mentoring.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.xinhuo.mentoring.rights.RightsTable.Row;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.TestCompany;

/** The part of the table of rights about timers, by both of the engine's interfaces, also of who works in HR besides. */
class TimerMatrixTest extends MatrixCase {

    /** After these the timer is no more. */
    private static final Set<String> FINAL = Set.of("fire", "delete");

    private static final List<MentoringRole> PAIR =
            List.of(MentoringRole.MENTEE, MentoringRole.MENTOR, MentoringRole.SUBSTITUTE);

    private RightsWorld world;
    private ManagementService management;

    @TestFactory
    Stream<DynamicNode> everyCell() {
        world = new RightsWorld(context);
        new RightsTasks(world).start();
        management = context.getBean(ProcessEngine.class).getManagementService();
        return Stream.of(
                dynamicTest("the pair joins HR", () -> pairInHr(true)),
                dynamicContainer("timers of who works in HR", cells(rows("timer"), PAIR, this::cell)),
                dynamicTest("to-dos of who works in HR", this::nobodyFiresTheOwnToDo),
                dynamicTest("the pair leaves HR", () -> pairInHr(false)),
                dynamicContainer("timers", cells(rows("timer"), this::cell)),
                dynamicTest("many at once", this::nobodyOfHrReachesManyAtOnce),
                everyRefusalIsWrittenDown(150));
    }

    private Runnable cell(Row row, MentoringRole role) {
        return () -> {
            ask(row, role, REST);
            ask(row, role, TASKLIST);
        };
    }

    private void ask(Row row, MentoringRole role, String root) {
        String person = RightsWorld.person(role, RightsWorld.TASKS);
        String timer = timer();
        String before = state(timer);
        Answer answer = send(over(root, person), root + "/job/" + timer, row.action());
        String what = root + " " + person + ": " + answer;
        if (row.allowed().contains(role)) {
            assertThat(answer.status()).as(what).isEqualTo(204);
            if (FINAL.contains(row.action())) {
                assertThat(state(timer)).as(what).isEqualTo("gone");
            } else {
                restore(timer);
            }
            return;
        }
        assertThat(state(timer)).as(what).isEqualTo(before);
        assertThat(answer.status()).as(what).isEqualTo(403);
        refused.add(String.join(" ", person, channel(root), "timer." + row.action(), RightsWorld.TASKS));
    }

    private static Answer send(Caller caller, String job, String action) {
        return switch (action) {
            case "fire" -> caller.post(job + "/execute", "{}");
            case "set-retries" -> caller.put(job + "/retries", "{\"retries\":0}");
            case "set-due-date" -> caller.put(job + "/duedate", "{\"duedate\":\"2030-01-01T00:00:00.000+0000\"}");
            case "recalculate-due-date" -> caller.post(job + "/duedate/recalculate", "");
            case "set-priority" -> caller.put(job + "/priority", "{\"priority\":7}");
            case "suspend" -> caller.put(job + "/suspended", "{\"suspended\":true}");
            case "delete" -> caller.delete(job);
            default -> throw new IllegalArgumentException("nobody knows how to ask for " + action);
        };
    }

    private void nobodyFiresTheOwnToDo() {
        String timer = jdbc.sql("select id_ from act_ru_job where process_def_key_ = 'to-do' order by id_ limit 1")
                .query(String.class)
                .single();
        assertThat(basic("wang").post(REST + "/job/" + timer + "/execute", "{}").status())
                .isEqualTo(403);
        assertThat(state(timer)).isNotEqualTo("gone");
    }

    /** Many timers at once and the definition of a job reach every pair's, also the own. */
    private void nobodyOfHrReachesManyAtOnce() {
        String timer = timer();
        Job job = management.createJobQuery().jobId(timer).singleResult();
        String definition = REST + "/job-definition/" + job.getJobDefinitionId();
        String before = state(timer);
        Caller han = basic("han");
        for (Answer answer : List.of(
                han.post(REST + "/job/retries", "{\"retries\":0,\"jobIds\":[\"" + timer + "\"]}"),
                han.post(
                        REST + "/process-instance/job-retries",
                        "{\"retries\":0,\"processInstances\":[\"" + job.getProcessInstanceId() + "\"]}"),
                han.put(REST + "/job/suspended", "{\"suspended\":true,\"processDefinitionKey\":\"evaluation\"}"),
                han.put(definition + "/retries", "{\"retries\":0}"),
                han.put(definition + "/jobPriority", "{\"priority\":7,\"includeJobs\":true}"),
                han.put(definition + "/suspended", "{\"suspended\":true,\"includeJobs\":true}"))) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
        }
        assertThat(state(timer)).isEqualTo(before);
    }

    private void pairInHr(boolean join) {
        TestCompany company = context.getBean(TestCompany.class);
        for (MentoringRole role : PAIR) {
            String person = RightsWorld.person(role, RightsWorld.TASKS);
            if (join) {
                company.role(person, "hr");
            } else {
                company.write("delete from employee_role where employee_id = ? and role = 'hr'", person);
            }
        }
    }

    /** One that tells somebody and interrupts nothing. */
    private String timer() {
        return jdbc.sql("""
                        select job.id_ from act_ru_job job
                            join act_ru_execution instance on instance.id_ = job.process_instance_id_
                            join act_ru_jobdef definition on definition.id_ = job.job_def_id_
                        where instance.business_key_ = :key and definition.act_id_ like '%Late'
                        order by job.id_ limit 1
                        """).param("key", RightsWorld.TASKS).query(String.class).single();
    }

    /** Everything about a timer that somebody could change, as one text. */
    private String state(String timer) {
        return jdbc.sql("select concat_ws('|', retries_, duedate_, priority_, suspension_state_) from act_ru_job"
                        + " where id_ = :id")
                .param("id", timer)
                .query(String.class)
                .optional()
                .orElse("gone");
    }

    private void restore(String timer) {
        management.setJobRetries(timer, 3);
        management.activateJobById(timer);
    }
}
