package org.xinhuo.incentive.opportunity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;

/** All offers of external training. */
@Repository
@Transactional
public class TrainingOffers {

    private final JdbcClient jdbc;

    TrainingOffers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Refusal where there is none */
    @Transactional(readOnly = true)
    public TrainingOffer get(String id) {
        return found(id, "");
    }

    /**
     * The same, and nobody else changes it or its applications until the transaction ends.
     *
     * @throws Refusal where there is none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    TrainingOffer lock(String id) {
        return found(id, " for update");
    }

    /** The latest first: those that run, then the others. */
    @Transactional(readOnly = true)
    public List<TrainingOffer> latest(int most) {
        return jdbc.sql("select * from training_offer order by state in ('OPEN', 'RANKED', 'GIVEN') desc,"
                        + " published_at desc, id limit :most")
                .param("most", most)
                .query(TrainingOffers::offer)
                .list();
    }

    boolean exists(String id) {
        return jdbc.sql("select exists (select 1 from training_offer where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void add(TrainingOffer offer, @Nullable String publishedBy, int termsVersion) {
        jdbc.sql("insert into training_offer (id, title, description, places, apply_until, starts_on, state,"
                        + " published_by, published_at, remind_at, confirm_by, close_at, terms_version) values (:id,"
                        + " :title, :description, :places, :until, :startsOn, :state, :by, :at, :remind, :confirm,"
                        + " :close, :terms)")
                .param("id", offer.id())
                .param("title", offer.title())
                .param("description", offer.description())
                .param("places", offer.places())
                .param("until", Timestamp.from(offer.applyUntil()))
                .param("startsOn", offer.startsOn())
                .param("state", offer.state().name())
                .param("by", publishedBy)
                .param("at", Timestamp.from(offer.publishedAt()))
                .param("remind", Timestamp.from(offer.remindAt()))
                .param("confirm", Timestamp.from(offer.confirmBy()))
                .param("close", Timestamp.from(offer.closeAt()))
                .param("terms", termsVersion)
                .update();
    }

    /** Notes who is asked, in this order, so many at a time. */
    void ask(String id, List<String> people, int atATime) {
        jdbc.sql(
                        "insert into training_candidate (offer_id, lecturer_id, portion) select :id, person, (number - 1) / :size"
                                + " from unnest(:people) with ordinality as asked (person, number)")
                .param("id", id)
                .param("size", atATime)
                .param("people", people.toArray(String[]::new))
                .update();
    }

    List<Integer> portions(String id) {
        return jdbc.sql("select distinct portion from training_candidate where offer_id = :id order by portion")
                .param("id", id)
                .query(Integer.class)
                .list();
    }

    /** Of one portion, or all where it is null; nobody where the offer is not open. */
    List<String> asked(String id, @Nullable Integer portion) {
        return jdbc.sql("select c.lecturer_id from training_candidate c join training_offer o on o.id = c.offer_id"
                        + " where c.offer_id = :id and o.state = 'OPEN'"
                        + " and (cast(:portion as integer) is null or c.portion = :portion) order by c.lecturer_id")
                .param("id", id)
                .param("portion", portion)
                .query(String.class)
                .list();
    }

    void ranked(String id) {
        jdbc.sql("update training_offer set state = 'RANKED' where id = :id")
                .param("id", id)
                .update();
    }

    void given(String id, String by, Instant at) {
        jdbc.sql("update training_offer set state = 'GIVEN', confirmed_by = :by, confirmed_at = :at where id = :id")
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    void ended(String id, TrainingOffer.State how, Instant at) {
        jdbc.sql("update training_offer set state = :state, ended_at = :at where id = :id")
                .param("state", how.name())
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    void calledOff(String id, @Nullable String by, @Nullable String why) {
        jdbc.sql("update training_offer set called_off_by = :by, called_off_why = :why where id = :id")
                .param("by", by)
                .param("why", why)
                .param("id", id)
                .update();
    }

    private TrainingOffer found(String id, String lock) {
        return jdbc.sql("select * from training_offer where id = :id" + lock)
                .param("id", id)
                .query(TrainingOffers::offer)
                .optional()
                .orElseThrow(() -> Refusal.notFound("training.unknown", id));
    }

    private static TrainingOffer offer(ResultSet row, int number) throws SQLException {
        return new TrainingOffer(
                row.getString("id"),
                row.getString("title"),
                row.getString("description"),
                row.getInt("places"),
                row.getTimestamp("apply_until").toInstant(),
                row.getObject("starts_on", LocalDate.class),
                TrainingOffer.State.valueOf(row.getString("state")),
                row.getTimestamp("published_at").toInstant(),
                row.getTimestamp("remind_at").toInstant(),
                row.getTimestamp("confirm_by").toInstant(),
                row.getTimestamp("close_at").toInstant(),
                row.getString("called_off_by"),
                row.getString("called_off_why"));
    }
}
