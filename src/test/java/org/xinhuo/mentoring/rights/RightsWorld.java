package org.xinhuo.mentoring.rights;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.mentoring.MoveMentorship;
import org.xinhuo.mentoring.OpenMentorship;
import org.xinhuo.mentoring.PairMentor;
import org.xinhuo.mentoring.log.WriteMessage;
import org.xinhuo.mentoring.process.stage.StageStory;
import org.xinhuo.mentoring.progress.ItemFields;
import org.xinhuo.mentoring.progress.SuggestImprovement;
import org.xinhuo.mentoring.progress.WriteProgress;
import org.xinhuo.testing.TestCompany;

/**
 * Three mentees of wang, each at another stage, and one person for every role towards all of them: built once, and put
 * back after every cell that may change something.
 */
final class RightsWorld {

    /** Whose need is to be stated: the mentee's task. */
    static final String PLANNING = "m-planning";

    /** Whose plan is to be drafted: the mentor's task. */
    static final String DRAFTING = "m-drafting";

    /** Whose coaching is under way. */
    static final String COACHING = "m-coaching";

    /** In whose mentorship every task of every model waits. */
    static final String TASKS = "m-tasks";

    /** What mei asks for; zhao is to approve it. */
    static final String MEIS_REQUEST = "p-mei";

    /** What lan asks for; zhao has approved it, HR is to. */
    static final String LANS_REQUEST = "p-lan";

    static final Map<MentoringRole, String> PEOPLE = new EnumMap<>(Map.ofEntries(
            Map.entry(MentoringRole.MENTEE, "mei"),
            Map.entry(MentoringRole.MENTOR, "wang"),
            Map.entry(MentoringRole.SUBSTITUTE, "zi"),
            Map.entry(MentoringRole.FORMER_MENTOR, "fang"),
            Map.entry(MentoringRole.ASKED_MENTOR, "bo"),
            Map.entry(MentoringRole.OTHER_MENTOR, "li"),
            Map.entry(MentoringRole.MANAGER, "zhao"),
            Map.entry(MentoringRole.HR, "han"),
            Map.entry(MentoringRole.AUDITOR, "shen"),
            Map.entry(MentoringRole.PROCESS_OWNER, "qin"),
            Map.entry(MentoringRole.ADMINISTRATOR, "admin"),
            Map.entry(MentoringRole.COLLEAGUE, "otto")));

    private static final Map<String, String> MENTEES =
            Map.of(PLANNING, "mei", DRAFTING, "lan", COACHING, "bao", TASKS, "an");

    final ProcessEngine engine;
    final String item;
    final String itemToGo;
    final String suggestion;
    final long planAction;
    final String toDo;
    final String toDoToGo;
    private final ApplicationContext context;
    private final TaskService tasks;
    private final JdbcClient jdbc;

    RightsWorld(ApplicationContext context) {
        this.context = context;
        this.engine = context.getBean(ProcessEngine.class);
        this.tasks = engine.getTaskService();
        this.jdbc = context.getBean(JdbcClient.class);
        ClockUtil.setCurrentTime(Date.from(StageStory.NOON));
        people();
        MENTEES.forEach(this::pair);
        start("plan-negotiation", PLANNING);
        start("plan-negotiation", DRAFTING);
        does("lan", DRAFTING, Map.of("needs", "learn to speak"));
        coach();
        MENTEES.keySet().forEach(this::standIn);
        MENTEES.keySet().forEach(this::ask);
        asks(MEIS_REQUEST, "mei", "approveAsManager");
        asks(LANS_REQUEST, "lan", "approveAsHr");
        item = context.getBean(WriteProgress.class).add(PLANNING, "mei", ItemFields.BLANK.withTitle("Call clients"));
        itemToGo = context.getBean(WriteProgress.class).add(PLANNING, "mei", ItemFields.BLANK.withTitle("To go"));
        suggestion = context.getBean(SuggestImprovement.class).suggest(PLANNING, item, "wang", "Begin with three");
        planAction =
                jdbc.sql("select min(id) from plan_action").query(Long.class).single();
        toDo = toDo();
        toDoToGo = toDo();
        for (String key : List.of(PLANNING, DRAFTING)) {
            tasks.setVariableLocal(task(key).getId(), "own", "own value");
            tasks.createComment(task(key).getId(), null, "private words");
        }
    }

    /** Who has this role towards a mentorship. */
    static String person(MentoringRole role, String mentorship) {
        return role == MentoringRole.MENTEE ? MENTEES.get(mentorship) : PEOPLE.get(role);
    }

    Task task(String mentorship) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(mentorship)
                .list()
                .get(0);
    }

    Attachment attachment(String taskId) {
        return tasks.getTaskAttachments(taskId).stream()
                .findFirst()
                .orElseGet(() -> tasks.createAttachment("text", taskId, null, "private", "", "http://example.org"));
    }

    /** Into the log of the mentorship in which every task waits. */
    void write(String author, WriteMessage.Message message) {
        context.getBean(WriteMessage.class).write(TASKS, author, message);
    }

    /** What the task's process is about. */
    String keyOf(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    /** Everything about a task that somebody could change, as one text; read past the engine, for speed. */
    String state(String taskId) {
        return jdbc.sql("""
                        select concat_ws('|', t.name_, t.assignee_, t.owner_, t.delegation_, t.priority_, t.due_date_,
                            (select string_agg(v.name_ || v.task_id_ || coalesce(v.text_, ''), ',' order by v.id_)
                                from act_ru_variable v where v.proc_inst_id_ = t.proc_inst_id_),
                            (select count(*) from act_ru_identitylink l where l.task_id_ = t.id_),
                            (select count(*) from act_hi_comment c where c.task_id_ = t.id_),
                            (select count(*) from act_hi_attachment a where a.task_id_ = t.id_))
                        from act_ru_task t where t.id_ = :task
                        """)
                .param("task", taskId)
                .query(String.class)
                .optional()
                .orElse("gone");
    }

    /** One that mei has written down for herself. */
    private String toDo() {
        context.getBean(WriteMessage.class)
                .write(
                        PLANNING,
                        "mei",
                        new WriteMessage.Message(
                                "Call three clients",
                                null,
                                new WriteMessage.Wish("mei", LocalDate.of(2026, 3, 20)),
                                List.of()));
        return jdbc.sql("select id from to_do order by entry_id desc limit 1")
                .query(String.class)
                .single();
    }

    /** Puts back what an allowed action changed, so that the next cell finds the same world. */
    void restore(String mentorship, Task was) {
        if (tasks.createTaskQuery().processInstanceBusinessKey(mentorship).count() == 0) {
            return;
        }
        Task task = task(mentorship);
        for (IdentityLink link : tasks.getIdentityLinksForTask(task.getId())) {
            if ("candidate".equals(link.getType())) {
                tasks.deleteCandidateUser(task.getId(), link.getUserId());
            }
        }
        task.setName(was.getName());
        task.setAssignee(was.getAssignee());
        task.setOwner(was.getOwner());
        task.setDelegationState(was.getDelegationState());
        task.setPriority(was.getPriority());
        task.setDueDate(was.getDueDate());
        tasks.saveTask(task);
        tasks.removeVariables(task.getId(), List.of("planted"));
        tasks.removeVariablesLocal(task.getId(), List.of("planted"));
        tasks.setVariableLocal(task.getId(), "own", "own value");
    }

    private void people() {
        TestCompany company = context.getBean(TestCompany.class);
        company.employee("zhao");
        MENTEES.values().forEach(mentee -> company.employee(mentee, "Sales", "Consultant", "zhao"));
        List<String> others = new ArrayList<>(PEOPLE.values());
        others.removeAll(List.of("zhao", "mei"));
        others.forEach(company::employee);
        company.role("han", "hr")
                .role("shen", "auditor")
                .role("qin", "process-owner")
                .role("admin", "camunda-admin");
        List.of("wang", "fang", "li", "zi", "bo").forEach(mentor -> company.mentor(mentor, 5, "logical"));
        company.jobAsksFor("Consultant", "Speaking", "4", "1");
        MENTEES.values()
                .forEach(mentee -> company.assessed(mentee, "Speaking", "2", LocalDate.of(2026, 1, 1))
                        .metric(mentee, "2026-02", "Deals", "3", "5", "higher", "Speaking"));
    }

    /** fang mentored before wang. */
    private void pair(String key, String mentee) {
        context.getBean(OpenMentorship.class).open(key, mentee, null);
        context.getBean(PairMentor.class).pair(key, "fang");
        context.getBean(MoveMentorship.class).toMatchingAgain(key);
        context.getBean(PairMentor.class).pair(key, "wang");
    }

    /** zi stands in for wang, while his tasks are still his. */
    private void standIn(String key) {
        context.getBean(TestCompany.class)
                .write(
                        "insert into mentor_substitution (mentorship_id, mentor_id, substitute_id, first_day, last_day,"
                                + " named_at, begun_at) values (?, 'wang', 'zi', date '2026-03-01', date '2026-03-31',"
                                + " now(), now())",
                        key);
    }

    /** After somebody has ended it. */
    void standInAgain(String key) {
        context.getBean(TestCompany.class)
                .write("update mentor_substitution set ended_at = null where mentorship_id = ?", key);
    }

    /** bo is asked to become the next mentor, as after a rematch. */
    private void ask(String key) {
        TestCompany company = context.getBean(TestCompany.class);
        company.write(
                "insert into shortlist (mentorship_id, made_at, weights_version, weights_definition)"
                        + " values (?, now(), 1, 'match-weights:1')",
                key);
        company.write(
                "insert into shortlist_entry (shortlist_id, rank, mentor_id, score, expertise, experience, style, rating,"
                        + " reasons, state, asked_at) select max(id), 1, 'bo', 0, 0, 0, 0, 0, '[]', 'ASKED', now()"
                        + " from shortlist where mentorship_id = ?",
                key);
    }

    private void coach() {
        start("plan-negotiation", COACHING);
        does("bao", COACHING, Map.of("needs", "learn to speak"));
        does(
                "wang",
                COACHING,
                Map.of(
                        "goals",
                        List.of(StageStory.goal("Speaking", 4, "Give a talk", "2026-03-12")),
                        "sessionsPerMonth",
                        2,
                        "endOn",
                        "2026-06-30"));
        does("bao", COACHING, Map.of("agreed", true));
        does("wang", COACHING, Map.of("confirmed", true));
        start("coaching", COACHING);
    }

    /** By who qualifies: here it matters who approves. */
    private void asks(String request, String employee, String task) {
        TestCompany company = context.getBean(TestCompany.class);
        // The gate is asked again at every approval.
        for (int month = 1; month <= 6; month++) {
            company.confirmedMonth(employee, "2025-0" + month, "excellent");
        }
        company.write(
                "insert into promotion_application (id, employee_id, target_role, state, submitted_by,"
                        + " submitted_at, lecturer_months, excellent_months, decision_version, manager_id)"
                        + " values (?, ?, 'department-manager', 'OPEN', ?, now(), 6, 6, 1, 'zhao')",
                request,
                employee,
                employee);
        if (task.equals("approveAsHr")) {
            company.write(
                    "update promotion_application set manager_approved = true, manager_answered_by = 'zhao',"
                            + " manager_answered_at = now() where id = ?",
                    request);
        }
        engine.getRuntimeService()
                .createProcessInstanceByKey("promotion")
                .businessKey(request)
                .startBeforeActivity(task)
                .execute();
    }

    /** A request that waits at this task. */
    Task request(String definition) {
        return tasks.createTaskQuery()
                .processDefinitionKey("promotion")
                .taskDefinitionKey(definition)
                .list()
                .get(0);
    }

    private void start(String process, String key) {
        engine.getRuntimeService().startProcessInstanceByKey(process, key);
    }

    private void does(String person, String key, Map<String, Object> values) {
        String id = tasks.createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskAssignee(person)
                .singleResult()
                .getId();
        try {
            engine.getIdentityService().setAuthentication(person, List.of());
            tasks.complete(id, values);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
