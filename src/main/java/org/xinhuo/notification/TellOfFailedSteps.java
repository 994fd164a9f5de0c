package org.xinhuo.notification;

import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private final Notices notices;
    private final Groups groups;
    private final Employees employees;
    private final Texts texts;

    TellOfFailedSteps(Notices notices, Groups groups, Employees employees, Texts texts) {
        this.notices = notices;
        this.groups = groups;
        this.employees = employees;
        this.texts = texts;
    }

    @EventListener
    void tell(StepFailed step) {
        TreeSet<String> people = new TreeSet<>(groups.members("hr"));
        people.addAll(groups.members("camunda-admin"));
        for (String person : people) {
            Locale locale = employees.findById(person).map(Employee::locale).orElse(Locale.ENGLISH);
            notices.tellAtOnce(
                    person,
                    "engine/failed/" + step.jobId(),
                    "notification.stepFailed",
                    null,
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
