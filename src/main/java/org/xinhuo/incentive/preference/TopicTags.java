package org.xinhuo.incentive.preference;

import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.preference.TopicTag.Stance;
import org.xinhuo.people.CompetencyNames;
import org.xinhuo.people.Lecturers;

/** What lecturers said of topics, one word a topic. */
@Repository
@Transactional
public class TopicTags {

    /** Characters. */
    public static final int LONGEST = 50;

    /** Of one lecturer, so that the line of tags can be read. */
    public static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Lecturers lecturers;
    private final CompanyTime time;

    TopicTags(JdbcClient jdbc, Lecturers lecturers, CompanyTime time) {
        this.jdbc = jdbc;
        this.lecturers = lecturers;
        this.time = time;
    }

    /** By topic. */
    @Transactional(readOnly = true)
    public List<TopicTag> of(String lecturerId) {
        return jdbc.sql("select topic, stance, noted_at from lecturer_topic where lecturer_id = :lecturer"
                        + " order by topic_key")
                .param("lecturer", lecturerId)
                .query((row, number) -> new TopicTag(
                        row.getString("topic"),
                        Stance.valueOf(row.getString("stance")),
                        row.getTimestamp("noted_at").toInstant()))
                .list();
    }

    /**
     * Says it, in place of what was said of the topic before.
     *
     * @throws Refusal for anybody but the lecturer, without a topic or with a long one, and after a hundred topics
     */
    public void note(String lecturerId, @Nullable String topic, @Nullable Stance stance, String personId) {
        refuseUnlessOwn(lecturerId, personId);
        String name = checked(topic);
        if (stance == null) {
            throw Refusal.invalid("stance", "form.required", "stance");
        }
        int noted = jdbc.sql("""
                        insert into lecturer_topic (lecturer_id, topic_key, topic, stance, noted_at)
                        select :lecturer, :key, :topic, :stance, :now
                        where (select count(*) from lecturer_topic
                            where lecturer_id = :lecturer and topic_key <> :key) < :most
                        on conflict (lecturer_id, topic_key) do update set topic = excluded.topic,
                            stance = excluded.stance, noted_at = excluded.noted_at
                        """)
                .param("lecturer", lecturerId)
                .param("key", CompetencyNames.core(name))
                .param("topic", name)
                .param("stance", stance.name())
                .param("now", Timestamp.from(time.now()))
                .param("most", MOST)
                .update();
        if (noted == 0) {
            throw Refusal.conflict("topic.tooMany", MOST);
        }
    }

    /** Takes back what was said of a topic; nothing said is nothing to take back. */
    public void takeBack(String lecturerId, @Nullable String topic, String personId) {
        refuseUnlessOwn(lecturerId, personId);
        jdbc.sql("delete from lecturer_topic where lecturer_id = :lecturer and topic_key = :key")
                .param("lecturer", lecturerId)
                .param("key", CompetencyNames.core(checked(topic)))
                .update();
    }

    private void refuseUnlessOwn(String lecturerId, String personId) {
        if (!lecturerId.equals(personId)) {
            throw Refusal.forbidden("topic.notYours");
        }
        if (!lecturers.existsById(lecturerId)) {
            throw Refusal.notFound("topic.noLecturer", lecturerId);
        }
    }

    private static String checked(@Nullable String topic) {
        if (topic == null || topic.isBlank() || CompetencyNames.core(topic).isEmpty()) {
            throw Refusal.invalid("topic", "form.required", "topic");
        }
        if (topic.strip().length() > LONGEST || topic.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("topic", "topic.tooLong", LONGEST);
        }
        return topic.strip();
    }
}
