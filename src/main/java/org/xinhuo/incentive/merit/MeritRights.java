package org.xinhuo.incentive.merit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.incentive.title.LecturerTitles;
import org.xinhuo.incentive.title.TitleEntry;
import org.xinhuo.people.Groups;

/**
 * What somebody's result opens now, by the decision {@code merit-rights}. Nothing is granted and stored: a right begins
 * with the confirmation or correction of the company's latest month and ends with that of the next.
 */
@Component
@Transactional(readOnly = true)
public class MeritRights {

    private static final String TABLE = "merit-rights";

    private final JdbcClient jdbc;
    private final LecturerTitles titles;
    private final Groups groups;
    private final Decisions decisions;

    MeritRights(JdbcClient jdbc, LecturerTitles titles, Groups groups, Decisions decisions) {
        this.jdbc = jdbc;
        this.titles = titles;
        this.groups = groups;
        this.decisions = decisions;
    }

    /**
     * Whether somebody may mentor new lecturers.
     *
     * @param places at once, of who is no mentor yet
     * @param version of {@code merit-rights}
     */
    public record Mentoring(boolean granted, int places, int version) {}

    /** Whether this person may see and download the material of others' shares; not where the table does not answer. */
    public boolean readsOthersMaterial(String personId) {
        return opens(personId, "othersMaterial");
    }

    /** Whether this person may mentor new lecturers, to be looked at only; not where the table does not answer. */
    public boolean mentorsNewLecturers(String personId) {
        return opens(personId, "mentorsNewLecturers");
    }

    private boolean opens(String personId, String right) {
        if (!isLecturer(personId)) {
            return false;
        }
        List<Outcome.Row> rows =
                decisions.preview(TABLE).decide(inputs(personId)).rowsIfAny();
        return !rows.isEmpty() && Boolean.TRUE.equals(rows.get(0).value(right));
    }

    /**
     * The same for a step that stands on it: recorded.
     *
     * @throws org.xinhuo.base.Refusal where the table does not answer
     */
    public Mentoring mentoring(String personId) {
        return mentoring(personId, decisions.decide(TABLE, inputs(personId)));
    }

    /** A version of the table from before it spoke of this opens nothing. */
    private Mentoring mentoring(String personId, Outcome outcome) {
        boolean granted = isLecturer(personId)
                && !outcome.rows().isEmpty()
                && Boolean.TRUE.equals(outcome.first().value("mentorsNewLecturers"));
        return new Mentoring(
                granted,
                granted ? outcome.first().integer("mentorPlaces") : 0,
                outcome.decision().version());
    }

    private boolean isLecturer(String personId) {
        return groups.of(personId).contains("lecturer");
    }

    private Map<String, String> inputs(String personId) {
        return Map.of(
                "grade", latestGrade(personId).orElse(""),
                "title", titles.held(personId).map(TitleEntry::title).orElse(""));
    }

    /** The grade of the latest month that is confirmed in the company, as it was corrected last. */
    private Optional<String> latestGrade(String personId) {
        return jdbc.sql("select grade from lecturer_month where lecturer_id = :person and confirmed_at is not null"
                        + " and period = (select max(period) from month_result where confirmed_at is not null)")
                .param("person", personId)
                .query(String.class)
                .optional();
    }
}
