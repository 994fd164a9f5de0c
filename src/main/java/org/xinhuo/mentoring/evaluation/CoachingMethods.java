package org.xinhuo.mentoring.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Mentor;
import org.xinhuo.people.Mentors;

/**
 * Which methods suit this mentee with this mentor, by the table coaching-method. They are shown, not stored: they follow
 * what is known about both today.
 */
@Component
public class CoachingMethods {

    private static final Logger log = LoggerFactory.getLogger(CoachingMethods.class);

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

    /**
     * In the order of the table; never empty unless its owner took the rows for unknown types away. A method that is
     * said in one language only is shown in that one; a row without any words or without a code is left out.
     */
    @Transactional(readOnly = true)
    public List<Method> of(String menteeId, String mentorId, Locale reader) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("learnerType", employees.get(menteeId).learnerType());
        inputs.put("mentorStyle", mentors.findById(mentorId).map(Mentor::style).orElse(null));
        boolean chinese = "zh".equals(reader.getLanguage());
        return decisions.preview("coaching-method").decide(inputs).rowsIfAny().stream()
                .flatMap(row -> method(row, chinese ? "methods" : "methodsEn", chinese ? "methodsEn" : "methods"))
                .toList();
    }

    private static Stream<Method> method(Outcome.Row row, String column, String otherColumn) {
        Object code = row.value("code");
        Object text = row.value(column) == null ? row.value(otherColumn) : row.value(column);
        if (code == null || text == null) {
            log.warn("coaching-method gives {}, which cannot be said", row.outputs());
            return Stream.of();
        }
        return Stream.of(new Method(code.toString(), text.toString()));
    }
}
