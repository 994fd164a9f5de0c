package org.xinhuo.mentoring.matching;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.Outcome.DecisionRef;

/** Shortlists of a cohort, made at once before its mentorships start. */
@Component
@Transactional
public class PreparedShortlists {

    private final Shortlists shortlists;
    private final Reasons reasons;
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final CompanyTime time;

    PreparedShortlists(Shortlists shortlists, Reasons reasons, JdbcClient jdbc, JdbcTemplate batch, CompanyTime time) {
        this.shortlists = shortlists;
        this.reasons = reasons;
        this.jdbc = jdbc;
        this.batch = batch;
        this.time = time;
    }

    /**
     * Makes the shortlists of all these mentees; a fixed number of statements, batches counted as one.
     *
     * @param mentorships the id that each mentee's mentorship will have, by mentee
     * @return on how many of these shortlists each mentor stands, in the table's order
     */
    public int[] prepare(String cohortId, MatchFacts facts, ScoreTable table, Map<String, String> mentorships) {
        Timestamp now = Timestamp.from(time.now());
        int[] exposures = facts.byMentor(shortlists.exposuresForMore());
        int[][] lists = SpreadShortlists.of(table, RecommendMentors.SHOWN, exposures, facts.exposureFactors());
        int[] shown = new int[table.mentors().size()];
        List<Object[]> heads = new ArrayList<>();
        List<Object[]> entries = new ArrayList<>();
        DecisionRef eligibility = facts.eligibilityVersion();
        for (int mentee = 0; mentee < lists.length; mentee++) {
            String mentorship =
                    Objects.requireNonNull(mentorships.get(table.mentees().get(mentee)));
            DecisionRef weights = facts.weightsOf(mentee).decision();
            heads.add(new Object[] {
                mentorship,
                cohortId,
                now,
                weights.version(),
                weights.definitionId(),
                eligibility == null ? null : eligibility.version(),
                eligibility == null ? null : eligibility.definitionId()
            });
            int rank = 0;
            for (int mentor : lists[mentee]) {
                shown[mentor]++;
                entries.add(entry(mentorship, ++rank, facts, mentee, mentor, table.rank(mentee, mentor)));
            }
        }
        batch.batchUpdate(
                "insert into prepared_shortlist (mentorship_id, cohort_id, made_at, weights_version,"
                        + " weights_definition, eligibility_version, eligibility_definition)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                heads);
        batch.batchUpdate(
                "insert into prepared_entry (mentorship_id, rank, mentor_id, score, expertise, experience, style,"
                        + " rating, reasons, preference_rank) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entries);
        return shown;
    }

    /**
     * On how many shortlists each mentor would stand with these weights; stores nothing.
     *
     * @param trial null for the deployed weights
     */
    @Transactional(readOnly = true)
    public int[] wouldShow(MatchFacts facts, ScoreTable table, @Nullable TrialWeights trial) {
        double[] factors = facts.exposureFactors();
        if (trial != null) {
            Arrays.fill(factors, trial.weights().exposureFactor().doubleValue());
        }
        int[] exposures = facts.byMentor(shortlists.exposures());
        int[] shown = new int[exposures.length];
        for (int[] list : SpreadShortlists.of(table, RecommendMentors.SHOWN, exposures, factors)) {
            for (int mentor : list) {
                shown[mentor]++;
            }
        }
        return shown;
    }

    /** One mentor as the tables of shortlists keep him; the first column says of which list. */
    Object[] entry(Object list, int rank, MatchFacts facts, int mentee, int mentor, int preferenceRank) {
        Match match = facts.match(mentee, mentor);
        Factors factors = Shortlists.rounded(match.factors());
        return new Object[] {
            list,
            rank,
            match.candidate().mentorId(),
            match.score(),
            factors.expertise(),
            factors.experience(),
            factors.style(),
            factors.rating(),
            reasons.written(reasons.of(facts.mentee(mentee), facts.needsOf(mentee), facts.weightsOf(mentee), match)),
            preferenceRank
        };
    }

    /** Opens what was prepared for a mentorship. @return false where nothing was */
    boolean open(String mentorshipId) {
        int opened = jdbc.sql("insert into shortlist (mentorship_id, cohort_id, made_at, weights_version,"
                        + " weights_definition, eligibility_version, eligibility_definition)"
                        + " select mentorship_id, cohort_id, :now, weights_version, weights_definition,"
                        + " eligibility_version, eligibility_definition from prepared_shortlist"
                        + " where mentorship_id = :id")
                .param("now", Timestamp.from(time.now()))
                .param("id", mentorshipId)
                .update();
        if (opened == 0) {
            return false;
        }
        jdbc.sql("insert into shortlist_entry (shortlist_id, rank, mentor_id, score, expertise, experience, style,"
                        + " rating, reasons, state, preference_rank)"
                        + " select s.id, e.rank, e.mentor_id, e.score, e.expertise, e.experience, e.style, e.rating,"
                        + " e.reasons, 'SHOWN', e.preference_rank from prepared_entry e"
                        + " join shortlist s on s.mentorship_id = e.mentorship_id and s.closed_at is null"
                        + " where e.mentorship_id = :id")
                .param("id", mentorshipId)
                .update();
        discard(mentorshipId);
        return true;
    }

    /** Nobody will open it any more. */
    public void discard(String mentorshipId) {
        jdbc.sql("delete from prepared_shortlist where mentorship_id = :id")
                .param("id", mentorshipId)
                .update();
    }
}
