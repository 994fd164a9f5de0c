package org.xinhuo.mentoring.matching;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/**
 * What the mentees of a cohort answered to their shortlists, and what the assignment makes of it. A fixed number of
 * statements however many mentees there are, batches counted as one.
 */
@Component
@Transactional
public class CohortChoices {

    private final PreparedShortlists prepared;
    private final HeldPlaces places;
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final CompanyTime time;

    CohortChoices(
            PreparedShortlists prepared, HeldPlaces places, JdbcClient jdbc, JdbcTemplate batch, CompanyTime time) {
        this.prepared = prepared;
        this.places = places;
        this.jdbc = jdbc;
        this.batch = batch;
        this.time = time;
    }

    /**
     * Who has not answered keeps silent from now on; a choice that comes later is refused. Days of a pause count against
     * nobody: who stands still chooses alone on coming back.
     */
    public void close(String cohortId) {
        jdbc.sql("update shortlist set choice = 'SILENCE'"
                        + " where cohort_id = :cohort and closed_at is null and choice is null"
                        + " and not exists (select 1 from mentorship_pause p"
                        + " where p.mentorship_id = shortlist.mentorship_id and p.resumed_at is null)")
                .param("cohort", cohortId)
                .update();
    }

    /**
     * The mentees who are to be assigned: they left it to the system or kept silent, nobody was asked for them yet, and
     * they do not stand still.
     * Shortlist by mentee.
     */
    @Transactional(readOnly = true)
    public Map<String, Long> waiting(String cohortId) {
        Map<String, Long> waiting = new LinkedHashMap<>();
        jdbc.sql("""
                select m.mentee_id, s.id from shortlist s join mentorship m on m.id = s.mentorship_id
                where s.cohort_id = :cohort and s.closed_at is null and s.assigned_at is null
                  and s.choice in ('AUTO', 'SILENCE') and m.state = 'MATCHING'
                  and exists (select 1 from shortlist_entry e where e.shortlist_id = s.id)
                  and not exists (select 1 from shortlist_entry e where e.shortlist_id = s.id and e.state <> 'SHOWN')
                  and not exists (select 1 from mentorship_pause p
                      where p.mentorship_id = s.mentorship_id and p.resumed_at is null)
                order by m.mentee_id
                """).param("cohort", cohortId).query(row -> {
            waiting.put(row.getString("mentee_id"), row.getLong("id"));
        });
        return waiting;
    }

    /** Until the transaction ends nobody takes a place of any mentor. */
    public void lockAllPlaces() {
        places.lockAll();
    }

    /** The places that each mentor could still give: free, not held, and nobody is asked for them. */
    @Transactional(readOnly = true)
    public int[] placesToGive(MatchFacts facts, ScoreTable table) {
        int[] left = table.freePlaces();
        // What is held counts as taken already; only questions beyond that take more.
        int[] questions = facts.byMentor(places.questions());
        int[] held = facts.byMentor(places.byMentor(""));
        for (int mentor = 0; mentor < left.length; mentor++) {
            left[mentor] = Math.max(0, left[mentor] - Math.max(0, questions[mentor] - held[mentor]));
        }
        return left;
    }

    /**
     * Keeps a place of the assigned mentor for each mentee; he is asked first. One who was not on the mentee's shortlist
     * comes to its end, with reasons.
     *
     * @param shortlists by mentee, see {@link #waiting}
     * @param assigned by mentee of the table, a mentor or a negative number
     */
    public void hold(
            String cohortId, Map<String, Long> shortlists, MatchFacts facts, ScoreTable table, int[] assigned) {
        List<Object[]> additions = new ArrayList<>();
        List<Object[]> held = new ArrayList<>();
        for (int mentee = 0; mentee < assigned.length; mentee++) {
            Long shortlist = shortlists.get(table.mentees().get(mentee));
            if (assigned[mentee] >= 0 && shortlist != null) {
                additions.add(prepared.entry(
                        shortlist, 0, facts, mentee, assigned[mentee], table.rank(mentee, assigned[mentee])));
                held.add(new Object[] {
                    shortlist, table.mentors().get(assigned[mentee]).mentorId()
                });
            }
        }
        // Rank 0 is a place holder: the next one is taken in the same statement, where the mentor is not listed.
        batch.batchUpdate(
                "insert into shortlist_entry (shortlist_id, rank, mentor_id, score, expertise, experience, style,"
                        + " rating, reasons, preference_rank, state)"
                        + " select n.list, (select max(rank) + 1 from shortlist_entry where shortlist_id = n.list),"
                        + " n.mentor, n.score, n.expertise, n.experience, n.style, n.rating, n.reasons,"
                        + " n.preference, 'SHOWN' from (select cast(? as bigint) as list, cast(? as integer) as none,"
                        + " cast(? as text) as mentor, cast(? as numeric) as score, cast(? as numeric) as expertise,"
                        + " cast(? as numeric) as experience, cast(? as numeric) as style,"
                        + " cast(? as numeric) as rating, cast(? as text) as reasons,"
                        + " cast(? as integer) as preference) n"
                        + " on conflict (shortlist_id, mentor_id) do nothing",
                additions);
        batch.batchUpdate(
                "update shortlist_entry set held = true where shortlist_id = ? and mentor_id = ? and state = 'SHOWN'",
                held);
        jdbc.sql("update shortlist set assigned_at = :now where cohort_id = :cohort and closed_at is null"
                        + " and assigned_at is null")
                .param("now", Timestamp.from(time.now()))
                .param("cohort", cohortId)
                .update();
    }
}
