package org.xinhuo.mentoring.matching;

import java.math.RoundingMode;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.Outcome.DecisionRef;
import org.xinhuo.mentoring.matching.Shortlist.Entry;
import org.xinhuo.mentoring.matching.Shortlist.State;

/** Shortlists as they were shown, and how far each got. At most one a mentorship is open. */
@Component
@Transactional
class Shortlists {

    /** How the first mentor to ask was chosen. */
    enum Choice {
        MENTEE,
        AUTO,
        SILENCE,
        HR
    }

    /** Any number that nothing else in this database locks. */
    private static final long EXPOSURE_LOCK = 0x58_49_4e_48_55_4fL;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Reasons reasons;
    private final CompanyTime time;

    Shortlists(JdbcClient jdbc, JdbcTemplate batch, Reasons reasons, CompanyTime time) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.reasons = reasons;
        this.time = time;
    }

    void open(String mentorshipId, MatchRound round, List<Match> best) {
        DecisionRef weights = round.weights().decision();
        DecisionRef eligibility = round.eligibility().decision();
        long id = jdbc.sql("insert into shortlist (mentorship_id, made_at, weights_version, weights_definition,"
                        + " eligibility_version, eligibility_definition)"
                        + " values (:mentorship, :now, :wv, :wd, :ev, :ed) returning id")
                .param("mentorship", mentorshipId)
                .param("now", Timestamp.from(time.now()))
                .param("wv", weights.version())
                .param("wd", weights.definitionId())
                .param("ev", eligibility == null ? null : eligibility.version())
                .param("ed", eligibility == null ? null : eligibility.definitionId())
                .query(Long.class)
                .single();
        int[] rank = {0};
        batch.batchUpdate(
                "insert into shortlist_entry (shortlist_id, rank, mentor_id, score, expertise, experience, style,"
                        + " rating, reasons, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'SHOWN')",
                best.stream()
                        .map(match -> {
                            Factors factors = rounded(match.factors());
                            return new Object[] {
                                id,
                                ++rank[0],
                                match.candidate().mentorId(),
                                match.score(),
                                factors.expertise(),
                                factors.experience(),
                                factors.style(),
                                factors.rating(),
                                reasons.written(reasons.of(round, match))
                            };
                        })
                        .toList());
    }

    @Transactional(readOnly = true)
    public Optional<Shortlist> openOf(String mentorshipId) {
        return jdbc.sql("select id, cohort_id, assigned_at, chosen_mentor_id from shortlist"
                        + " where mentorship_id = :mentorship and closed_at is null")
                .param("mentorship", mentorshipId)
                .query((row, number) -> new Shortlist(
                        row.getLong("id"),
                        mentorshipId,
                        row.getString("cohort_id"),
                        row.getTimestamp("assigned_at") != null,
                        row.getString("chosen_mentor_id"),
                        entries(row.getLong("id"))))
                .optional();
    }

    private List<Entry> entries(long shortlistId) {
        return jdbc.sql(
                        "select rank, mentor_id, score, expertise, experience, style, rating, reasons, state, held, answer"
                                + " from shortlist_entry where shortlist_id = :id order by rank")
                .param("id", shortlistId)
                .query((row, number) -> new Entry(
                        row.getInt("rank"),
                        row.getString("mentor_id"),
                        row.getBigDecimal("score"),
                        new Factors(
                                row.getBigDecimal("expertise"),
                                row.getBigDecimal("experience"),
                                row.getBigDecimal("style"),
                                row.getBigDecimal("rating")),
                        reasons.read(row.getString("reasons")),
                        State.valueOf(row.getString("state")),
                        row.getBoolean("held"),
                        row.getString("answer")))
                .list();
    }

    /**
     * On how many open shortlists each mentor still stands, those that are prepared for a cohort included; who is on
     * none is missing. Until the transaction ends nobody else reads them to make a shortlist: of two who come at the
     * same moment, the second sees what the first was shown.
     */
    public Map<String, Integer> exposuresForMore() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", EXPOSURE_LOCK)
                .query((row, number) -> "")
                .list();
        return exposures();
    }

    /** The same, to be looked at only. */
    @Transactional(readOnly = true)
    public Map<String, Integer> exposures() {
        Map<String, Integer> exposures = new HashMap<>();
        jdbc.sql("select mentor_id, count(*) as n from ("
                        + "select e.mentor_id from shortlist s join shortlist_entry e on e.shortlist_id = s.id"
                        + " where s.closed_at is null and e.state in ('SHOWN', 'ASKED')"
                        + " union all select mentor_id from prepared_entry) shown group by mentor_id")
                .query(row -> {
                    exposures.put(row.getString("mentor_id"), row.getInt("n"));
                });
        return exposures;
    }

    /** @return false where it was chosen before, by the mentee, the deadline or the cohort's assignment */
    boolean choose(Shortlist shortlist, Choice choice, @Nullable String mentorId, @Nullable String reason) {
        return jdbc.sql("update shortlist set choice = :choice, chosen_mentor_id = :mentor, choice_reason = :reason"
                                + " where id = :id and (choice is null or :choice = 'HR')")
                        .param("choice", choice.name())
                        .param("mentor", mentorId)
                        .param("reason", reason)
                        .param("id", shortlist.id())
                        .update()
                == 1;
    }

    /**
     * Adds a mentor to the end of the list, to be asked.
     *
     * @param preferenceRank in the mentee's order, from 1
     */
    void add(Shortlist shortlist, int rank, MatchRound round, Match match, int preferenceRank) {
        Factors factors = rounded(match.factors());
        jdbc.sql("insert into shortlist_entry (shortlist_id, rank, mentor_id, score, expertise, experience, style,"
                        + " rating, reasons, state, preference_rank) values (:id, :rank, :mentor, :score, :expertise,"
                        + " :experience, :style, :rating, :reasons, 'SHOWN', :preference)")
                .param("id", shortlist.id())
                .param("rank", rank)
                .param("mentor", match.candidate().mentorId())
                .param("score", match.score())
                .param("expertise", factors.expertise())
                .param("experience", factors.experience())
                .param("style", factors.style())
                .param("rating", factors.rating())
                .param("reasons", reasons.written(reasons.of(round, match)))
                .param("preference", preferenceRank)
                .update();
    }

    void ask(Shortlist shortlist, int rank) {
        jdbc.sql("update shortlist_entry set state = 'ASKED', asked_at = :now"
                        + " where shortlist_id = :id and rank = :rank")
                .param("now", Timestamp.from(time.now()))
                .param("id", shortlist.id())
                .param("rank", rank)
                .update();
    }

    void answer(Shortlist shortlist, Entry entry, State state, @Nullable String words) {
        jdbc.sql("update shortlist_entry set state = :state, answered_at = :now, answer = :words"
                        + " where shortlist_id = :id and rank = :rank")
                .param("state", state.name())
                .param("now", Timestamp.from(time.now()))
                .param("words", words)
                .param("id", shortlist.id())
                .param("rank", entry.rank())
                .update();
    }

    void close(Shortlist shortlist) {
        jdbc.sql("update shortlist set closed_at = :now where id = :id")
                .param("now", Timestamp.from(time.now()))
                .param("id", shortlist.id())
                .update();
    }

    static Factors rounded(Factors exact) {
        return new Factors(
                exact.expertise().setScale(MatchFormula.DECIMALS, RoundingMode.HALF_UP),
                exact.experience().setScale(MatchFormula.DECIMALS, RoundingMode.HALF_UP),
                exact.style().setScale(MatchFormula.DECIMALS, RoundingMode.HALF_UP),
                exact.rating().setScale(MatchFormula.DECIMALS, RoundingMode.HALF_UP));
    }
}
