package org.xinhuo.mentoring.cohort;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.cohort.UnfitMentees.Unfit;

/** Whether all these people can become mentees now; whoever cannot is named. */
@Component
@Transactional(readOnly = true)
class CheckMentees {

    /** More than any company starts in a season, and little enough to score in one go. */
    static final int MOST_MENTEES = 5000;

    private final JdbcClient jdbc;
    private final CompanyTime time;

    CheckMentees(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * @return the ids, trimmed, in the order given
     * @throws Refusal where there is none or there are too many
     * @throws UnfitMentees naming everybody who is unknown, named twice, gone, not hired yet, or in a mentorship already
     */
    List<String> check(@Nullable List<@Nullable String> menteeIds) {
        if (menteeIds == null || menteeIds.isEmpty()) {
            throw Refusal.invalid("menteeIds", "form.required", "menteeIds");
        }
        if (menteeIds.size() > MOST_MENTEES) {
            throw Refusal.invalid("menteeIds", "cohort.tooMany", MOST_MENTEES, menteeIds.size());
        }
        List<String> ids =
                menteeIds.stream().map(id -> id == null ? "" : id.strip()).toList();
        Map<String, String> problems = problems(new HashSet<>(ids));
        Set<String> seen = new HashSet<>();
        List<Unfit> unfit = new ArrayList<>();
        for (int position = 1; position <= ids.size(); position++) {
            String id = ids.get(position - 1);
            String problem = seen.add(id) ? problems.get(id) : "cohort.mentee.twice";
            if (problem != null) {
                unfit.add(new Unfit(position, id, problem));
            }
        }
        if (!unfit.isEmpty()) {
            throw new UnfitMentees(unfit);
        }
        return ids;
    }

    /** What is wrong with somebody, by id; who is fit is missing. */
    Map<String, String> problems(Collection<String> ids) {
        Map<String, String> problems = new HashMap<>();
        ids.forEach(id -> problems.put(id, "cohort.mentee.unknown"));
        // The database refuses to be asked for a NUL, which no id has.
        List<String> possible = ids.stream().filter(id -> id.indexOf('\0') < 0).toList();
        // One in a cohort that is still starting has no mentorship yet.
        jdbc.sql("""
                select e.id, case
                    when e.left_on <= :today then 'cohort.mentee.left'
                    when e.hired_on > :today then 'cohort.mentee.notHiredYet'
                    when exists (select 1 from mentorship m where m.mentee_id = e.id and m.ended_at is null)
                        then 'cohort.mentee.inMentorship'
                    when exists (select 1 from cohort_member c where c.mentee_id = e.id
                        and c.started_at is null and c.skipped is null) then 'cohort.mentee.inCohort'
                    end as problem
                from employee e where e.id in (:ids)
                """)
                .param("today", time.today())
                .param("ids", possible.isEmpty() ? List.of("") : possible)
                .query(row -> {
                    String problem = row.getString("problem");
                    if (problem == null) {
                        problems.remove(row.getString("id"));
                    } else {
                        problems.put(row.getString("id"), problem);
                    }
                });
        return problems;
    }
}
