package org.xinhuo.incentive.opportunity;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
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
    private static final List<String> COUNTS =
            Stream.of(State.values()).filter(State::counts).map(State::name).toList();
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

    /**
     * Decides the order of all who want to go in one statement, and keeps what it was made of: priority, then score (who
     * has none comes behind everybody with one), then who came first, then id.
     *
     * @param standing everybody who wants to go
     */
    void rank(String offerId, List<LecturerResult> standing, Map<String, TrainingRules.Priority> priorities) {
        List<TrainingRules.Priority> each = standing.stream()
                .map(one -> Objects.requireNonNull(priorities.get(one.lecturerId())))
                .toList();
        jdbc.sql("""
                        update training_application a set rank = r.rank, priority = r.priority,
                            priority_version = r.version, grade = r.grade, score = r.score, title = r.title,
                            trainings_in_a_year = r.trainings
                        from (select s.*, row_number() over (order by s.priority, s.score desc nulls last, o.applied_at,
                                s.lecturer_id collate "C") as rank
                            from unnest(:lecturers, :priorities, :versions, :grades, cast(:scores as numeric[]), :titles,
                                :trainings) as s (lecturer_id, priority, version, grade, score, title, trainings)
                            join training_application o on o.offer_id = :offer and o.lecturer_id = s.lecturer_id) r
                        where a.offer_id = :offer and a.lecturer_id = r.lecturer_id""")
                .param("lecturers", column(standing, LecturerResult::lecturerId, String[]::new))
                .param("priorities", column(each, TrainingRules.Priority::priority, Integer[]::new))
                .param("versions", column(each, TrainingRules.Priority::version, Integer[]::new))
                .param("grades", column(standing, LecturerResult::grade, String[]::new))
                .param("scores", column(standing, LecturerResult::score, BigDecimal[]::new))
                .param("titles", column(standing, LecturerResult::title, String[]::new))
                .param("trainings", column(standing, LecturerResult::trainingsInAYear, Integer[]::new))
                .param("offer", offerId)
                .update();
    }

    private static <T, C> C[] column(
            List<T> rows, Function<? super T, ? extends @Nullable C> of, IntFunction<C[]> array) {
        return rows.stream().map(of).toArray(array);
    }

    /**
     * Gives the free places to those of a state in their order, in one statement.
     *
     * @param here who may have one; others are passed over
     * @return who has one now
     */
    List<String> placeNext(TrainingOffer offer, State from, Collection<String> here, Instant at) {
        return jdbc.sql("""
                        with free as (
                            select p, row_number() over (order by p) as turn from generate_series(1, :places) p
                            where not exists (select 1 from training_application t where t.offer_id = :offer
                                and t.place = p)),
                        next as (
                            select lecturer_id, row_number() over (order by rank, applied_at, lecturer_id) as turn
                            from training_application where offer_id = :offer and state = :from
                                and lecturer_id = any(:here)),
                        placed as (
                            update training_application a set state = 'PLACED', place = free.p, placed_at = :at
                            from next join free using (turn)
                            where a.offer_id = :offer and a.lecturer_id = next.lecturer_id
                            returning a.lecturer_id)
                        select lecturer_id from placed""")
                .param("here", here.toArray(String[]::new))
                .param("places", offer.places())
                .param("offer", offer.id())
                .param("from", from.name())
                .param("at", Timestamp.from(at))
                .query(String.class)
                .list();
    }

    /** All who have applied and got no place wait. @return in their order */
    List<String> letWait(String offerId) {
        return jdbc.sql("""
                        with waiting as (
                            update training_application set state = 'WAITING' where offer_id = :offer
                                and state = 'APPLIED' returning lecturer_id, rank)
                        select lecturer_id from waiting order by rank""").param("offer", offerId).query(String.class).list();
    }

    /** Ends what still holds a place or hopes for one. @return whose it was, by id */
    List<String> endAll(String offerId, State how, Instant at) {
        return endThose(offerId, how, at, COUNTS);
    }

    /** Ends what still waits. @return whose it was, by id */
    List<String> endWaiting(String offerId, State how, Instant at) {
        return endThose(offerId, how, at, List.of(State.WAITING.name()));
    }

    private List<String> endThose(String offerId, State how, Instant at, List<String> states) {
        return jdbc.sql(
                        "update training_application set state = :state, place = null, placed_at = null, ended_at = :at,"
                                + " ended_by = null, ended_why = null where offer_id = :offer and state in (:states)"
                                + " returning lecturer_id")
                .param("state", how.name())
                .param("at", Timestamp.from(at))
                .param("offer", offerId)
                .param("states", states)
                .query(String.class)
                .list();
    }

    /** Ends what counts of everybody who is not among these. */
    void endAllBut(String offerId, Collection<String> here, Instant at) {
        jdbc.sql("update training_application set state = 'GONE', place = null, placed_at = null, ended_at = :at,"
                        + " ended_by = null, ended_why = null where offer_id = :offer and state in (:states)"
                        + " and lecturer_id <> all(:here)")
                .param("at", Timestamp.from(at))
                .param("offer", offerId)
                .param("states", COUNTS)
                .param("here", here.toArray(String[]::new))
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
