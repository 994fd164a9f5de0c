package org.xinhuo.notification;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Texts;
import org.xinhuo.engine.StepFailed;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;

/** Tells HR and the administrators, once a step, that a process stands because the step has failed too often. */
@Component
class TellOfFailedSteps {

    /** A sentence, not a whole report; that one is in Cockpit. */
    private static final int LONGEST = 300;

    /** A refusal in the engine's books: its code and its arguments. */
    private static final Pattern REFUSAL = Pattern.compile("([a-z]+(?:\\.[A-Za-z]+)+)\\[(.*)]", Pattern.DOTALL);

    private static final String COCKPIT = "/camunda/app/cockpit/default/#/process-instance/";

    private final Notices notices;
    private final Groups groups;
    private final Employees employees;
    private final Texts texts;
    private final ObjectProvider<PlacesOfProcesses> places;

    TellOfFailedSteps(
            Notices notices,
            Groups groups,
            Employees employees,
            Texts texts,
            ObjectProvider<PlacesOfProcesses> places) {
        this.places = places;
        this.notices = notices;
        this.groups = groups;
        this.employees = employees;
        this.texts = texts;
    }

    @EventListener
    void tell(StepFailed step) {
        Set<String> administrators = groups.members("camunda-admin");
        TreeSet<String> people = new TreeSet<>(groups.members("hr"));
        people.addAll(administrators);
        String cockpit = step.instanceId() == null ? null : COCKPIT + step.instanceId();
        String place = places.stream()
                .flatMap(known -> known.placeOf(step.process(), step.businessKey()).stream())
                .findFirst()
                .orElse(null);
        for (String person : people) {
            Locale locale = employees.findById(person).map(Employee::locale).orElse(Locale.ENGLISH);
            notices.tellAtOnce(
                    person,
                    "engine/failed/" + step.jobId(),
                    "notification.stepFailed",
                    // HR may not look into the engine and is led to what stands still.
                    administrators.contains(person) ? cockpit : place,
                    step.processName(),
                    step.process(),
                    step.stepName(),
                    step.step(),
                    sentence(step.reason().strip(), locale));
        }
    }

    private String sentence(String reason, Locale locale) {
        Matcher refusal = REFUSAL.matcher(reason);
        String said = refusal.matches()
                ? texts.text(
                        locale, refusal.group(1), (Object[]) refusal.group(2).split(", ", -1))
                : reason;
        return said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said;
    }
}
