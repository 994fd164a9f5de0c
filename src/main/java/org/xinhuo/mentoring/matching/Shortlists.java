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
        return jdbc.sql("select id, chosen_mentor_id from shortlist"
                        + " where mentorship_id = :mentorship and closed_at is null")
                .param("mentorship", mentorshipId)
                .query((row, number) -> new Shortlist(
                        row.getLong("id"), mentorshipId, row.getString("chosen_mentor_id"), entries(row.getLong("id"))))
                .optional();
    }

    private List<Entry> entries(long shortlistId) {
        return jdbc.sql("select rank, mentor_id, score, expertise, experience, style, rating, reasons, state, answer"
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
                        row.getString("answer")))
                .list();
    }

    /** On how many open shortlists each mentor still stands; who is on none is missing. */
    @Transactional(readOnly = true)
    public Map<String, Integer> exposures() {
        Map<String, Integer> exposures = new HashMap<>();
        jdbc.sql("select e.mentor_id, count(*) as n from shortlist s join shortlist_entry e on e.shortlist_id = s.id"
                        + " where s.closed_at is null and e.state in ('SHOWN', 'ASKED') group by e.mentor_id")
                .query(row -> {
                    exposures.put(row.getString("mentor_id"), row.getInt("n"));
                });
        return exposures;
    }

    void choose(Shortlist shortlist, Choice choice, @Nullable String mentorId, @Nullable String reason) {
        jdbc.sql("update shortlist set choice = :choice, chosen_mentor_id = :mentor, choice_reason = :reason"
                        + " where id = :id")
                .param("choice", choice.name())
                .param("mentor", mentorId)
                .param("reason", reason)
                .param("id", shortlist.id())
                .update();
    }

    void ask(Shortlist shortlist, Entry entry) {
        jdbc.sql("update shortlist_entry set state = 'ASKED', asked_at = :now"
                        + " where shortlist_id = :id and rank = :rank")
                .param("now", Timestamp.from(time.now()))
                .param("id", shortlist.id())
                .param("rank", entry.rank())
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
