package org.xinhuo.incentive.opportunity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.incentive.opportunity.TrainingApplication.State;

/** Who applied for which training. Every writer holds the lock of the offer. */
@Repository
@Transactional
public class TrainingApplications {

    private static final String SELECT =
            "select a.*, e.name from training_application a join employee e on e.id = a.lecturer_id ";
    private static final String ORDER = " order by a.rank nulls last, a.applied_at, a.lecturer_id";

    private final JdbcClient jdbc;

    TrainingApplications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of an offer: by rank, and before the deadline as they came. */
    @Transactional(readOnly = true)
    public List<TrainingApplication> of(String offerId) {
        return jdbc.sql(SELECT + "where a.offer_id = :offer" + ORDER)
                .param("offer", offerId)
                .query(TrainingApplications::application)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<TrainingApplication> of(String offerId, String lecturerId) {
        return jdbc.sql(SELECT + "where a.offer_id = :offer and a.lecturer_id = :lecturer")
                .param("offer", offerId)
                .param("lecturer", lecturerId)
                .query(TrainingApplications::application)
                .optional();
    }

    /** One person's applications for these offers. */
    @Transactional(readOnly = true)
    public List<TrainingApplication> ofPerson(String lecturerId, Collection<String> offerIds) {
        return offerIds.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "where a.lecturer_id = :lecturer and a.offer_id in (:offers)")
                        .param("lecturer", lecturerId)
                        .param("offers", offerIds)
                        .query(TrainingApplications::application)
                        .list();
    }

    /** Those of an offer in this state, in their order. */
    List<TrainingApplication> in(String offerId, State state) {
        return jdbc.sql(SELECT + "where a.offer_id = :offer and a.state = :state" + ORDER)
                .param("offer", offerId)
                .param("state", state.name())
                .query(TrainingApplications::application)
                .list();
    }

    /** How many come before this one on the waiting list. */
    @Transactional(readOnly = true)
    public int waitingBefore(TrainingApplication waiting) {
        return jdbc.sql("select count(*) from training_application where offer_id = :offer and state = 'WAITING'"
                        + " and rank < :rank")
                .param("offer", waiting.offerId())
                .param("rank", waiting.rank())
                .query(Integer.class)
                .single();
    }

    /** Whether this person has applied and still wants to go. */
    boolean counts(String offerId, String personId) {
        return of(offerId, personId).filter(one -> one.state().counts()).isPresent();
    }

    /** Whether this person has applied, also where the application was withdrawn since. */
    boolean hasEverApplied(String offerId, String personId) {
        return of(offerId, personId).isPresent();
    }

    /** Whether this person has taken back somebody else's application for this offer. */
    boolean tookAnotherBack(String offerId, String personId) {
        return jdbc.sql(
                        "select exists (select 1 from training_application where offer_id = :offer and ended_by = :person"
                                + " and lecturer_id <> :person)")
                .param("offer", offerId)
                .param("person", personId)
                .query(Boolean.class)
                .single();
    }

    /** Also again, after an earlier one was withdrawn. */
    void apply(String offerId, String lecturerId, String reason, int eligibilityVersion, Instant at) {
        jdbc.sql("insert into training_application (offer_id, lecturer_id, reason, applied_at, state,"
                        + " eligibility_version) values (:offer, :lecturer, :reason, :at, 'APPLIED', :version)"
                        + " on conflict (offer_id, lecturer_id) do update set reason = excluded.reason, applied_at ="
                        + " excluded.applied_at, state = 'APPLIED', eligibility_version ="
                        + " excluded.eligibility_version, ended_at = null, ended_by = null, ended_why = null")
                .param("offer", offerId)
                .param("lecturer", lecturerId)
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .param("version", eligibilityVersion)
                .update();
    }

    void rank(String offerId, LecturerResult result, TrainingRules.Priority priority, int rank) {
        jdbc.sql("update training_application set rank = :rank, priority = :priority, priority_version = :version,"
                        + " grade = :grade, score = :score, title = :title, trainings_in_a_year = :trainings"
                        + " where offer_id = :offer and lecturer_id = :lecturer")
                .param("rank", rank)
                .param("priority", priority.priority())
                .param("version", priority.version())
                .param("grade", result.grade())
                .param("score", result.score())
                .param("title", result.title())
                .param("trainings", result.trainingsInAYear())
                .param("offer", offerId)
                .param("lecturer", result.lecturerId())
                .update();
    }

    void place(TrainingApplication next, int place, Instant at) {
        jdbc.sql("update training_application set state = 'PLACED', place = :place, placed_at = :at"
                        + " where offer_id = :offer and lecturer_id = :lecturer")
                .param("place", place)
                .param("at", Timestamp.from(at))
                .param("offer", next.offerId())
                .param("lecturer", next.lecturerId())
                .update();
    }

    void letWait(TrainingApplication next) {
        jdbc.sql(
                        "update training_application set state = 'WAITING' where offer_id = :offer and lecturer_id = :lecturer")
                .param("offer", next.offerId())
                .param("lecturer", next.lecturerId())
                .update();
    }

    void end(TrainingApplication one, State how, @Nullable String by, @Nullable String why, Instant at) {
        jdbc.sql("update training_application set state = :state, place = null, placed_at = null, ended_at = :at,"
                        + " ended_by = :by, ended_why = :why where offer_id = :offer and lecturer_id = :lecturer")
                .param("state", how.name())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("why", why)
                .param("offer", one.offerId())
                .param("lecturer", one.lecturerId())
                .update();
    }

    /** The places that nobody has, in their order. */
    List<Integer> free(TrainingOffer offer) {
        return jdbc.sql("select p from generate_series(1, :places) p where not exists (select 1 from"
                        + " training_application a where a.offer_id = :offer and a.place = p) order by p")
                .param("places", offer.places())
                .param("offer", offer.id())
                .query(Integer.class)
                .list();
    }

    private static TrainingApplication application(ResultSet row, int number) throws SQLException {
        return new TrainingApplication(
                row.getString("offer_id"),
                row.getString("lecturer_id"),
                row.getString("name"),
                row.getString("reason"),
                row.getTimestamp("applied_at").toInstant(),
                State.valueOf(row.getString("state")),
                row.getObject("rank", Integer.class),
                row.getObject("priority", Integer.class),
                row.getObject("priority_version", Integer.class),
                row.getString("grade"),
                row.getBigDecimal("score"),
                row.getString("title"),
                row.getObject("trainings_in_a_year", Integer.class),
                row.getObject("place", Integer.class),
                row.getString("ended_why"));
    }
}
