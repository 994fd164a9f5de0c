package org.xinhuo.incentive.sharing;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.people.Groups;

/**
 * People put themselves onto the attendance list with a code that the lecturer shows on the spot. Whoever comes too late
 * for it is added by the lecturer or HR.
 */
@Service
@Transactional
public class CheckIn {

    /** Without letters and digits that look alike. */
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 6;

    private final Shares shares;
    private final Attendances attendances;
    private final ShareDeadlines deadlines;
    private final ShareNotices notices;
    private final Groups groups;
    private final JdbcClient jdbc;
    private final CompanyTime time;
    private final SecureRandom random = new SecureRandom();

    CheckIn(
            Shares shares,
            Attendances attendances,
            ShareDeadlines deadlines,
            ShareNotices notices,
            Groups groups,
            JdbcClient jdbc,
            CompanyTime time) {
        this.shares = shares;
        this.attendances = attendances;
        this.deadlines = deadlines;
        this.notices = notices;
        this.groups = groups;
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * What the lecturer shows.
     *
     * @param from when the code begins to work, until {@code until}, by {@link ShareDeadlines}
     * @param attendees on the list so far
     */
    public record Shown(String title, String code, Instant from, Instant until, int attendees) {}

    /** A lecturer's own share of these days. */
    public record Own(String shareId, String title, Instant startsAt) {}

    /** @throws Refusal where somebody else than the lecturer, HR or an administrator asks */
    public Shown show(String shareId, String asker) {
        Share share = shares.get(shareId);
        refuseOthers(share, asker);
        if (share.state() == Share.State.CANCELLED) {
            throw Refusal.conflict("incentive.shareWasCancelled", share.title());
        }
        ShareDeadlines.Deadlines by = deadlines.of(share);
        return new Shown(
                share.title(),
                code(shareId),
                share.startsAt().minus(by.checkInBefore()),
                share.endsAt().plus(by.checkInAfter()),
                attendances.of(shareId).size());
    }

    /** Those that begin or end within a day from now, the next first. */
    @Transactional(readOnly = true)
    public List<Own> own(String lecturerId) {
        Instant now = time.now();
        return jdbc.sql("select id, title, starts_at from share where lecturer_id = :lecturer and state <> 'CANCELLED'"
                        + " and starts_at between :from and :until order by starts_at, id")
                .param("lecturer", lecturerId)
                .param("from", Timestamp.from(now.minus(Duration.ofDays(2))))
                .param("until", Timestamp.from(now.plus(Duration.ofDays(2))))
                .query((row, number) -> new Own(
                        row.getString("id"),
                        row.getString("title"),
                        row.getTimestamp("starts_at").toInstant()))
                .list();
    }

    /** What somebody has checked in to. */
    public record CheckedIn(String shareId, String title) {}

    /**
     * Puts a person onto the list; twice changes nothing.
     *
     * @param typed in any case, with spaces or without
     * @return the title of the share
     * @throws Refusal of the kind not found where no share of now has this code; forbidden for its lecturer
     */
    public CheckedIn checkIn(String typed, String person) {
        String code = typed.replaceAll("[\\s-]+", "").toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z0-9]{" + LENGTH + "}")) {
            throw unknown();
        }
        String shareId = jdbc.sql("select share_id from check_in_code where code = :code")
                .param("code", code)
                .query(String.class)
                .optional()
                .orElseThrow(CheckIn::unknown);
        Share share = shares.get(shareId);
        Instant now = time.now();
        if (!takes(share)) {
            throw unknown();
        }
        if (share.lecturerId().equals(person)) {
            throw Refusal.forbidden("rating.checkIn.lecturer");
        }
        if (attendances.checkIn(shareId, person, now) && share.isRatingOpenAt(now)) {
            notices.askToRate(share, List.of(person));
        }
        return new CheckedIn(shareId, share.title());
    }

    /** Whether people can check in to this share at this moment. */
    @Transactional(readOnly = true)
    public boolean takes(Share share) {
        Instant now = time.now();
        ShareDeadlines.Deadlines by = deadlines.of(share);
        boolean around = !now.isBefore(share.startsAt().minus(by.checkInBefore()))
                && now.isBefore(share.endsAt().plus(by.checkInAfter()));
        boolean on = share.state() == Share.State.PLANNED || share.state() == Share.State.HELD;
        return around && on && share.ratingClosedAt() == null;
    }

    /** The same for every wrong code: nobody learns from it which codes there are. */
    private static Refusal unknown() {
        return Refusal.notFound("rating.checkIn.unknown");
    }

    private String code(String shareId) {
        StringBuilder made = new StringBuilder();
        for (int n = 0; n < LENGTH; n++) {
            made.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        jdbc.sql("insert into check_in_code (share_id, code, created_at) values (:share, :code, :now)"
                        + " on conflict (share_id) do nothing")
                .param("share", shareId)
                .param("code", made.toString())
                .param("now", Timestamp.from(time.now()))
                .update();
        return jdbc.sql("select code from check_in_code where share_id = :share")
                .param("share", shareId)
                .query(String.class)
                .single();
    }

    private void refuseOthers(Share share, String asker) {
        if (!share.lecturerId().equals(asker)) {
            Set<String> roles = groups.of(asker);
            if (!roles.contains("hr") && !roles.contains("camunda-admin")) {
                throw Refusal.forbidden("incentive.attendanceNotYours");
            }
        }
    }
}
