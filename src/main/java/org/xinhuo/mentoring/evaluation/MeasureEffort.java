package org.xinhuo.mentoring.evaluation;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.library.SharedResources;
import org.xinhuo.mentoring.MentorshipFigures;
import org.xinhuo.mentoring.coaching.CoachingCase;
import org.xinhuo.mentoring.log.LogContacts;

/** What a mentor put into one coaching so far: minutes of guidance, days in contact, resources shared. */
@Component
@Transactional(readOnly = true)
class MeasureEffort {

    private final JdbcClient jdbc;
    private final LogContacts contacts;
    private final SharedResources resources;
    private final CompanyTime time;

    MeasureEffort(JdbcClient jdbc, LogContacts contacts, SharedResources resources, CompanyTime time) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.resources = resources;
        this.time = time;
    }

    /** Resources are what was shared in the mentorship's library since the coaching before, and what the mentor recommended. */
    MentorshipFigures.Input of(CoachingCase coaching) {
        LocalDate last = lastDay(coaching);
        int minutes = jdbc.sql("select coalesce(sum(minutes), 0) from guidance where coaching_id = :coaching")
                .param("coaching", coaching.id())
                .query(Integer.class)
                .single();
        CoachingEffort effort = CoachingEffort.between(
                begun(coaching), last, minutes, contacts.days(coaching.mentorshipId(), coaching.startedOn(), last));
        return new MentorshipFigures.Input(
                effort.hoursPerMonth(),
                effort.contactsPerWeek(),
                resources.count(coaching.mentorshipId(), coachingBefore(coaching), time.endOf(last))
                        + recommendations(coaching));
    }

    /** What was shared while the two still planned belongs to the coaching that came of it. */
    private Instant coachingBefore(CoachingCase coaching) {
        return jdbc.sql("select ended_at from coaching_case where mentorship_id = :mentorship and id <> :coaching"
                        + " and started_on <= :started and ended_at is not null order by ended_at desc limit 1")
                .param("mentorship", coaching.mentorshipId())
                .param("coaching", coaching.id())
                .param("started", Date.valueOf(coaching.startedOn()))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElse(Instant.EPOCH);
    }

    /** Links, and each resource of the library once; those of the pair's own library are counted there already. */
    private int recommendations(CoachingCase coaching) {
        List<Optional<String>> recommended = jdbc.sql(
                        "select resource_id from resource_recommendation where coaching_id = :coaching")
                .param("coaching", coaching.id())
                .query((row, number) -> Optional.ofNullable(row.getString("resource_id")))
                .list();
        Set<String> ofTheLibrary =
                recommended.stream().flatMap(Optional::stream).collect(Collectors.toSet());
        long links = recommended.stream().filter(Optional::isEmpty).count();
        return (int) links
                + ofTheLibrary.size()
                - resources.among(ofTheLibrary, coaching.mentorshipId()).size();
    }

    /** As if it had begun so much later: days of a pause count in no average. */
    private static LocalDate begun(CoachingCase coaching) {
        return coaching.startedOn().plusDays(coaching.pausedDays());
    }

    /** How many days it was under way, both ends included, pauses left out. */
    long days(CoachingCase coaching) {
        return ChronoUnit.DAYS.between(begun(coaching), lastDay(coaching)) + 1;
    }

    /** The last day that counts, today while it is under way. */
    LocalDate lastDay(CoachingCase coaching) {
        Instant endedAt = coaching.endedAt();
        LocalDate last = endedAt == null ? time.today() : time.dayOf(endedAt.minusMillis(1));
        return last.isBefore(begun(coaching)) ? begun(coaching) : last;
    }
}
