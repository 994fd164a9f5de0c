package org.xinhuo.mentoring.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.engine.Decisions;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Mentor;
import org.xinhuo.people.Mentors;

/**
 * Which methods suit this mentee with this mentor, by the table coaching-method. They are shown, not stored: they follow
 * what is known about both today.
 */
@Component
public class CoachingMethods {

    private final Decisions decisions;
    private final Employees employees;
    private final Mentors mentors;

    CoachingMethods(Decisions decisions, Employees employees, Mentors mentors) {
        this.decisions = decisions;
        this.employees = employees;
        this.mentors = mentors;
    }

    /** One method; the text is in the reader's language. */
    public record Method(String code, String text) {}

    /** In the order of the table; never empty unless its owner took the rows for unknown types away. */
    @Transactional(readOnly = true)
    public List<Method> of(String menteeId, String mentorId, Locale reader) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("learnerType", employees.get(menteeId).learnerType());
        inputs.put("mentorStyle", mentors.findById(mentorId).map(Mentor::style).orElse(null));
        String column = "zh".equals(reader.getLanguage()) ? "methods" : "methodsEn";
        return decisions.preview("coaching-method").decide(inputs).rows().stream()
                .map(row -> new Method(row.text("code"), row.text(column)))
                .toList();
    }
}
