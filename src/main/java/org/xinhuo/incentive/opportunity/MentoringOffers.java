package org.xinhuo.incentive.opportunity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.opportunity.MentoringOffer.State;

/** All offers to mentor new lecturers. */
@Repository
@Transactional
public class MentoringOffers {

    private static final String SELECT =
            "select o.*, m.name as mentor_name, n.name as mentee_name from mentoring_offer o"
                    + " join employee m on m.id = o.mentor_id join employee n on n.id = o.mentee_id ";

    private final JdbcClient jdbc;

    MentoringOffers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new lecturer who could be asked. @param title held, or empty */
    record Candidate(String id, String name, LocalDate since, String title) {}

    /** @throws Refusal where there is none */
    @Transactional(readOnly = true)
    public MentoringOffer get(String id) {
        return find(id).orElseThrow(() -> Refusal.notFound("mentorOffer.unknown", id));
    }

    @Transactional(readOnly = true)
    public Optional<MentoringOffer> find(String id) {
        return jdbc.sql(SELECT + "where o.id = :id")
                .param("id", id)
                .query(MentoringOffers::offer)
                .optional();
    }

    /** What this person has offered or was offered, the latest first. */
    @Transactional(readOnly = true)
    public List<MentoringOffer> of(String personId, int most) {
        return jdbc.sql(SELECT
                        + "where :person in (o.mentor_id, o.mentee_id) order by o.made_at desc, o.id limit :most")
                .param("person", personId)
                .param("most", most)
                .query(MentoringOffers::offer)
                .list();
    }

    /** Everybody's, the latest first. */
    @Transactional(readOnly = true)
    public List<MentoringOffer> latest(int most) {
        return jdbc.sql(SELECT + "order by o.made_at desc, o.id limit :most")
                .param("most", most)
                .query(MentoringOffers::offer)
                .list();
    }

    /** Lecturers who are here, the newest first; whether they are new, a table says. */
    List<Candidate> candidates(LocalDate today) {
        return jdbc.sql("""
                        select l.employee_id, e.name, l.since,
                               coalesce((select case when t.kind in ('won', 'restored') then t.title end
                                         from title_entry t where t.lecturer_id = l.employee_id
                                         order by t.id desc limit 1), '') as title
                        from lecturer l join employee e on e.id = l.employee_id
                            and e.hired_on <= :today and (e.left_on is null or e.left_on > :today)
                        order by l.since desc, l.employee_id
                        """)
                .param("today", today)
                .query((row, number) -> new Candidate(
                        row.getString("employee_id"),
                        row.getString("name"),
                        row.getObject("since", LocalDate.class),
                        row.getString("title")))
                .list();
    }

    boolean isOpen(String mentorId, String menteeId) {
        return jdbc.sql("select exists (select 1 from mentoring_offer where mentor_id = :mentor"
                        + " and mentee_id = :mentee and state = 'OPEN')")
                .param("mentor", mentorId)
                .param("mentee", menteeId)
                .query(Boolean.class)
                .single();
    }

    void add(MentoringOffer offer, int ruleVersion, int rightVersion) {
        jdbc.sql("insert into mentoring_offer (id, mentor_id, mentee_id, words, state, made_at, due_at, remind_at,"
                        + " rule_version, right_version) values (:id, :mentor, :mentee, :words, 'OPEN', :at, :due,"
                        + " :remind, :rule, :right)")
                .param("id", offer.id())
                .param("mentor", offer.mentorId())
                .param("mentee", offer.menteeId())
                .param("words", offer.words())
                .param("at", Timestamp.from(offer.madeAt()))
                .param("due", Timestamp.from(offer.dueAt()))
                .param("remind", Timestamp.from(offer.remindAt()))
                .param("rule", ruleVersion)
                .param("right", rightVersion)
                .update();
    }

    /** @return false where it had ended before */
    boolean end(String id, State how, @Nullable String answer, Instant at) {
        return jdbc.sql("update mentoring_offer set state = :state, answer = :answer, answered_at = :at"
                                + " where id = :id and state = 'OPEN'")
                        .param("state", how.name())
                        .param("answer", answer)
                        .param("at", Timestamp.from(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    void kept(String id, @Nullable Integer rightVersion) {
        jdbc.sql("update mentoring_offer set kept_version = :version,"
                        + " state = case when :kept then state else 'RIGHT_ENDED' end where id = :id")
                .param("version", rightVersion)
                .param("kept", rightVersion != null)
                .param("id", id)
                .update();
    }

    private static MentoringOffer offer(ResultSet row, int number) throws SQLException {
        return new MentoringOffer(
                row.getString("id"),
                row.getString("mentor_id"),
                row.getString("mentor_name"),
                row.getString("mentee_id"),
                row.getString("mentee_name"),
                row.getString("words"),
                State.valueOf(row.getString("state")),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("remind_at").toInstant(),
                row.getString("answer"));
    }
}
