package org.xinhuo.mentoring.process.absence;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.xinhuo.inbox.TaskInbox;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.Substitutions;
import org.xinhuo.mentoring.Substitutions.Substitution;
import org.xinhuo.mentoring.absence.StandIn;
import org.xinhuo.mentoring.absence.TellDeparture;
import org.xinhuo.mentoring.process.AbsenceProcess;
import org.xinhuo.people.EmployeeLeft;

/** The day has come: nothing of mentoring waits for this person any more. */
@Component("handOverMentorships")
class HandOverMentorshipsDelegate implements JavaDelegate {

    private static final int MOST_COUNTED = 100;

    private final Mentorships mentorships;
    private final AbsenceProcess absence;
    private final Substitutions substitutions;
    private final StandIn standIn;
    private final MentorTasks mentorTasks;
    private final TaskInbox inbox;
    private final TellDeparture tellDeparture;
    private final ApplicationEventPublisher events;

    HandOverMentorshipsDelegate(
            Mentorships mentorships,
            AbsenceProcess absence,
            Substitutions substitutions,
            StandIn standIn,
            MentorTasks mentorTasks,
            TaskInbox inbox,
            TellDeparture tellDeparture,
            ApplicationEventPublisher events) {
        this.mentorships = mentorships;
        this.absence = absence;
        this.substitutions = substitutions;
        this.standIn = standIn;
        this.mentorTasks = mentorTasks;
        this.inbox = inbox;
        this.tellDeparture = tellDeparture;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String person = execution.getProcessBusinessKey();
        ProcessEngineServices engine = execution.getProcessEngineServices();
        mentorships.findByMenteeIdAndEndedAtIsNull(person).ifPresent(own -> absence.menteeLeft(own.id()));
        for (Substitution substitution : substitutions.openBy(person)) {
            standIn.end(substitution.id());
            if (substitution.begun()) {
                mentorTasks.pass(engine, substitution.mentorshipId(), person, substitution.mentorId());
            }
        }
        List<Mentorship> asMentor =
                mentorships.findByMentorIdAndEndedAtIsNullOrderByStartedAtDescIdDesc(person, Limit.unlimited());
        List<String> parted = asMentor.stream()
                .map(Mentorship::id)
                .filter(absence::mentorLeft)
                .toList();
        declineWhatIsAsked(engine, person);
        // Other work is handed over by who knows it, before what still bears the name is counted.
        events.publishEvent(new EmployeeLeft(person));
        tellDeparture.tell(
                person, parted, inbox.openTasks(person, Set.of(), MOST_COUNTED).size());
    }

    /** Whoever is gone cannot take anybody: the next mentor is asked. Nobody does it in his name. */
    private static void declineWhatIsAsked(ProcessEngineServices engine, String person) {
        TaskService tasks = engine.getTaskService();
        IdentityService identity = engine.getIdentityService();
        List<Task> asked = tasks.createTaskQuery()
                .processDefinitionKey("matching")
                .taskDefinitionKey("acceptMentee")
                .taskAssignee(person)
                .list();
        Authentication announcer = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            asked.forEach(task -> tasks.complete(task.getId(), Map.of("accepted", false)));
        } finally {
            identity.setAuthentication(announcer);
        }
    }
}
