package org.xinhuo.mentoring.matching;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Places that a cohort's assignment keeps for mentees until their mentors have answered, and the locks under which
 * places are given away. Whoever locks more than one mentor does so in one statement, in the order of their ids.
 */
@Component
@Transactional
class HeldPlaces {

    /** Nobody waits a year for a place that is kept for somebody who is away. */
    private static final String STANDS_STILL = " and not exists (select 1 from mentorship_pause p"
            + " where p.mentorship_id = s.mentorship_id and p.resumed_at is null)";

    private final JdbcClient jdbc;

    HeldPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Held places by mentor, those of one mentee and of those who stand still left out; who holds none is missing. */
    Map<String, Integer> byMentor(String exceptMenteeId) {
        Map<String, Integer> held = new HashMap<>();
        jdbc.sql("select e.mentor_id, count(*) as n from shortlist_entry e"
                        + " join shortlist s on s.id = e.shortlist_id join mentorship m on m.id = s.mentorship_id"
                        + " where e.held and e.state in ('SHOWN', 'ASKED') and s.closed_at is null"
                        + " and m.mentee_id <> :except" + STANDS_STILL + " group by e.mentor_id")
                .param("except", exceptMenteeId)
                .query(row -> {
                    held.put(row.getString("mentor_id"), row.getInt("n"));
                });
        return held;
    }

    /** Questions that mentors have not answered, by mentor; held places count as such. Those about who stands still are left out. */
    Map<String, Integer> questions() {
        Map<String, Integer> open = new HashMap<>();
        jdbc.sql("select e.mentor_id, count(*) as n from shortlist_entry e join shortlist s on s.id = e.shortlist_id"
                        + " where (e.state = 'ASKED' or e.held and e.state = 'SHOWN') and s.closed_at is null"
                        + STANDS_STILL + " group by e.mentor_id")
                .query(row -> {
                    open.put(row.getString("mentor_id"), row.getInt("n"));
                });
        return open;
    }

    /**
     * Nothing is kept any more for who stands still from now on. It is not kept again on coming back: the place may have
     * been given to somebody else, or be kept for one, meanwhile.
     */
    void release(String mentorshipId) {
        jdbc.sql("update shortlist_entry set held = false where held and shortlist_id in"
                        + " (select id from shortlist where mentorship_id = :mentorship and closed_at is null)")
                .param("mentorship", mentorshipId)
                .update();
    }

    /** The last day of the pause in which this mentorship stands still. */
    @Transactional(readOnly = true)
    Optional<LocalDate> standsStillUntil(String mentorshipId) {
        return jdbc.sql(
                        "select last_day from mentorship_pause where mentorship_id = :mentorship and resumed_at is null")
                .param("mentorship", mentorshipId)
                .query(LocalDate.class)
                .optional();
    }

    /** Keeps everybody else from giving away places of these mentors until the transaction ends. */
    void lock(Collection<String> mentorIds) {
        if (!mentorIds.isEmpty()) {
            jdbc.sql("select employee_id from mentor where employee_id in (:ids) order by employee_id for update")
                    .param("ids", List.copyOf(mentorIds))
                    .query(String.class)
                    .list();
        }
    }

    /** The same for all mentors. */
    void lockAll() {
        jdbc.sql("select employee_id from mentor order by employee_id for update")
                .query(String.class)
                .list();
    }
}
