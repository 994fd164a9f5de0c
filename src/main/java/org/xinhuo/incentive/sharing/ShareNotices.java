package org.xinhuo.incentive.sharing;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employees;

/** Tells people about a share, each fact once a person. */
@Component
public class ShareNotices {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** What asks learners to rate. */
    public static final String RATING_OPENED = "incentive.ratingOpened";

    /** The page of a share; its id follows. */
    public static final String PAGE = "/shares/";

    /** The page that takes a learner to the own link; the id of the share follows. */
    public static final String RATE = "/ratings/";

    private final Notices notices;
    private final Employees employees;
    private final CompanyTime time;

    ShareNotices(Notices notices, Employees employees, CompanyTime time) {
        this.notices = notices;
        this.employees = employees;
        this.time = time;
    }

    /** @param fact names what is told, once a share and person, such as {@code content-received} */
    public void tell(Share share, String personId, String fact, String code, Object... arguments) {
        notices.tell(personId, key(share, fact), code, "/", arguments);
    }

    /**
     * Tells everybody the same, in one statement.
     *
     * @param link where to act
     */
    public void tellAll(
            Share share, Collection<String> people, String fact, String code, String link, Object... arguments) {
        notices.tell(people, key(share, fact), code, link, arguments);
    }

    /** Answers what somebody has just done; waits for no digest. */
    void answer(Share share, String personId, String fact, String code, Object... arguments) {
        notices.tellAtOnce(personId, key(share, fact), code, PAGE + share.id(), arguments);
    }

    /**
     * Asks for a rating, in one statement. At once, because the window is a day: a digest may come too late, and so may
     * the next working hours after a Friday evening.
     */
    public void askToRate(Share share, Collection<String> attendees) {
        notices.tellInTime(
                attendees,
                Objects.requireNonNull(share.ratingClosesAt()),
                key(share, "rating-open"),
                RATING_OPENED,
                RATE + share.id(),
                share.title());
    }

    private static String key(Share share, String fact) {
        return "sharing/" + share.id() + "/" + fact;
    }

    /** What people call this person. */
    public String name(String personId) {
        return employees.get(personId).name();
    }

    /** An instant as this person's clock shows it. */
    public String clockTime(String personId, Instant instant) {
        return MINUTE.format(instant.atZone(
                employees.findById(personId).map(person -> person.timeZone()).orElse(time.zone())));
    }
}
