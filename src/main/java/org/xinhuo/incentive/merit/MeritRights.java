package org.xinhuo.incentive.merit;

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

    /** Whether this person may see and download the material of others' shares. */
    public boolean readsOthersMaterial(String personId) {
        if (!groups.of(personId).contains("lecturer")) {
            return false;
        }
        Outcome outcome = decisions
                .preview("merit-rights")
                .decide(Map.of(
                        "grade", latestGrade(personId).orElse(""),
                        "title", titles.held(personId).map(TitleEntry::title).orElse("")));
        return !outcome.rows().isEmpty() && outcome.first().flag("othersMaterial");
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
