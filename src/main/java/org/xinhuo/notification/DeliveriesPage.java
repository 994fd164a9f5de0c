package org.xinhuo.notification;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.notification.UndeliveredMail.GivenUp;
import org.xinhuo.notification.UndeliveredMail.Unreachable;
import org.xinhuo.people.Groups;
import org.xinhuo.people.ReaderTimes;

/**
 * Where HR and administrators see who could not be written to, and why, and have it sent again once that is mended. What
 * the letters say is not shown: notices may quote what belongs to a pair alone.
 */
@Controller
@RequestMapping("/deliveries")
class DeliveriesPage {

    static final String PATH = "/deliveries";

    private static final int PEOPLE = 50;
    private static final int LAST_PAGE = 2000;

    /** An answer of a mail server that means "never". */
    private static final Pattern REFUSED = Pattern.compile("\\b5\\d\\d\\b");

    private final UndeliveredMail undelivered;
    private final DeliveryLog log;
    private final Channels channels;
    private final Groups groups;
    private final ReaderTimes times;
    private final Texts texts;

    DeliveriesPage(
            UndeliveredMail undelivered,
            DeliveryLog log,
            Channels channels,
            Groups groups,
            ReaderTimes times,
            Texts texts) {
        this.undelivered = undelivered;
        this.log = log;
        this.channels = channels;
        this.groups = groups;
        this.times = times;
        this.texts = texts;
    }

    /**
     * Somebody who could not be written to.
     *
     * @param why {@code address}, {@code refused} or {@code patience}
     * @param answer what the other side said, as it said it; null where it said nothing
     * @param open whether the channel is configured, so that sending again makes sense
     */
    record Line(
            String personId,
            String name,
            @Nullable String email,
            int letters,
            String at,
            String ago,
            String why,
            @Nullable String answer,
            boolean open) {}

    @GetMapping
    String deliveries(@RequestParam(defaultValue = "0") int page, Principal principal, Locale locale, Model model) {
        check(principal);
        ReaderTime time = times.of(principal.getName(), locale);
        int shown = Math.max(0, Math.min(page, LAST_PAGE));
        // One more than shown tells whether there are more.
        List<GivenUp> found = undelivered.givenUp(shown * PEOPLE, PEOPLE + 1);
        List<Unreachable> unreachable = undelivered.unreachable(PEOPLE + 1);
        DeliveryLog.Standing standing = log.standing();
        Instant oldest = standing.oldestWaiting();
        model.addAttribute(
                "lines",
                found.stream().limit(PEOPLE).map(one -> line(one, time)).toList());
        model.addAttribute("standing", standing);
        model.addAttribute("oldest", oldest == null ? null : time.moment(oldest));
        model.addAttribute("trouble", standing.retrying() == 0 ? null : undelivered.latestTrouble());
        model.addAttribute("open", !channels.open().isEmpty());
        model.addAttribute("previous", shown == 0 ? null : shown - 1);
        model.addAttribute("next", found.size() > PEOPLE ? shown + 1 : null);
        model.addAttribute("unreachable", unreachable.stream().limit(PEOPLE).toList());
        model.addAttribute("moreUnreachable", unreachable.size() > PEOPLE);
        return "notification/deliveries";
    }

    /** Of one person, or of all. */
    @PostMapping("/retry")
    String retry(
            @RequestParam(required = false) @Nullable String person,
            Principal principal,
            Locale locale,
            RedirectAttributes after) {
        check(principal);
        int again = undelivered.sendAgain(person);
        if (again == 0) {
            throw Refusal.notFound("notification.nothingGivenUp");
        }
        after.addFlashAttribute("said", texts.text(locale, "notification.deliveries.again", again));
        return "redirect:" + PATH;
    }

    private Line line(GivenUp one, ReaderTime time) {
        String reason = one.reason();
        return new Line(
                one.personId(),
                one.name(),
                one.email(),
                one.letters(),
                time.moment(one.last()),
                time.relative(one.last()),
                why(reason),
                reason,
                channels.named(one.channel()).isPresent());
    }

    static String why(@Nullable String reason) {
        if (reason != null && reason.startsWith(MailChannel.UNWRITABLE)) {
            return "address";
        }
        return reason != null && REFUSED.matcher(reason).find() ? "refused" : "patience";
    }

    private void check(Principal principal) {
        Set<String> mine = groups.of(principal.getName());
        if (!UndeliveredMail.mayBeSeenBy(mine)) {
            throw Refusal.forbidden("notification.forAdministrators");
        }
    }
}
