package org.xinhuo.mentoring.coaching;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.people.Competencies;
import org.xinhuo.people.Employees;
import org.xinhuo.people.RequiredCompetency;

/** The talks that mentors wrote down, each with how specific its advice was. */
@Component
@Transactional(readOnly = true)
public class Guidances {

    private final JdbcClient jdbc;
    private final Competencies competencies;
    private final Employees employees;

    Guidances(JdbcClient jdbc, Competencies competencies, Employees employees) {
        this.jdbc = jdbc;
        this.competencies = competencies;
        this.employees = employees;
    }

    /** One talk. */
    public record Line(
            long id, String topic, String advice, int minutes, LocalDate heldOn, AdviceSpecificity specificity) {}

    /** All talks of one coaching, the latest first; competencies are those of the mentee's present job. */
    public List<Line> of(CoachingCase coaching) {
        List<String> model = modelOf(coaching.menteeId());
        return jdbc.sql("select id, topic, advice, minutes, held_on from guidance where coaching_id = :coaching"
                        + " order by held_on desc, id desc")
                .param("coaching", coaching.id())
                .query((row, number) -> new Line(
                        row.getLong("id"),
                        row.getString("topic"),
                        row.getString("advice"),
                        row.getInt("minutes"),
                        row.getObject("held_on", LocalDate.class),
                        AdviceSpecificity.of(row.getString("advice"), model)))
                .list();
    }

    /** How specific a text would be as advice to this mentee, by the model of the present job. */
    public AdviceSpecificity specificityFor(String menteeId, String advice) {
        return AdviceSpecificity.of(advice, modelOf(menteeId));
    }

    /** The competencies of the mentee's job that a text names. */
    List<String> competenciesIn(String text, String menteeId) {
        return competencies.namedIn(text, employees.get(menteeId).job());
    }

    private List<String> modelOf(String menteeId) {
        return competencies.modelOf(employees.get(menteeId).job()).stream()
                .map(RequiredCompetency::competency)
                .toList();
    }
}
