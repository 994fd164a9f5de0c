package org.xinhuo.incentive.web;

import java.security.Principal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.invitation.CalendarFeeds;
import org.xinhuo.incentive.rota.ChangeRota;
import org.xinhuo.incentive.rota.PassOnShare;
import org.xinhuo.incentive.rota.ShareSwap;
import org.xinhuo.incentive.rota.ShareSwaps;
import org.xinhuo.incentive.rota.ShowRota;
import org.xinhuo.incentive.rota.SwapShares;
import org.xinhuo.incentive.sharing.AskForChange;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.incentive.sharing.ShareNotices;
import org.xinhuo.incentive.sharing.Shares;
import org.xinhuo.people.Groups;
import org.xinhuo.people.Lecturer;
import org.xinhuo.people.Lecturers;
import org.xinhuo.people.ReaderTimes;

/** Who shares when, and what one can do about it. */
@Controller
@RequestMapping("/rota")
class RotaPage {

    private static final int MOST_SWAPS = 20;
    private static final int MOST_PAGES = 1000;

    private final ShowRota show;
    private final ChangeRota change;
    private final RotaDayLines days;
    private final AudienceNames audiences;
    private final SwapShares swap;
    private final ShareSwaps swaps;
    private final AskForChange ask;
    private final PassOnShare passOn;
    private final CalendarFeeds feeds;
    private final Shares shares;
    private final ShareNotices words;
    private final Lecturers lecturers;
    private final Groups groups;
    private final ReaderTimes times;
    private final Texts texts;
    private final String root;

    RotaPage(
            ShowRota show,
            ChangeRota change,
            RotaDayLines days,
            AudienceNames audiences,
            SwapShares swap,
            ShareSwaps swaps,
            AskForChange ask,
            PassOnShare passOn,
            CalendarFeeds feeds,
            Shares shares,
            ShareNotices words,
            Lecturers lecturers,
            Groups groups,
            ReaderTimes times,
            Texts texts,
            @Value("${xinhuo.base-url}") String baseUrl) {
        this.show = show;
        this.change = change;
        this.days = days;
        this.audiences = audiences;
        this.swap = swap;
        this.swaps = swaps;
        this.ask = ask;
        this.passOn = passOn;
        this.feeds = feeds;
        this.shares = shares;
        this.words = words;
        this.lecturers = lecturers;
        this.groups = groups;
        this.times = times;
        this.texts = texts;
        this.root = baseUrl.strip().replaceAll("/+$", "");
    }

    /** A share as the list shows it. */
    record Line(
            ShowRota.Turn turn,
            String at,
            String relative,
            @Nullable String audience,
            boolean mine,
            boolean mayChange) {}

    /** A month to choose. */
    record Month(String id, String name) {}

    /** A question for a swap in words. */
    record SwapLine(
            String id,
            String title,
            String at,
            @Nullable String other,
            String askedBy,
            String askedOf,
            String state,
            boolean toAnswer,
            boolean mayWithdraw,
            @Nullable String note) {}

    @GetMapping
    String rota(
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "false") boolean preview,
            Principal reader,
            Locale locale,
            Model model) {
        String me = reader.getName();
        Set<String> roles = groups.of(me);
        boolean hr = roles.contains("hr") || roles.contains("camunda-admin");
        String mine = lecturers.findById(me).map(Lecturer::group).orElse(null);
        List<String> all = show.groups();
        String shown = group != null && all.contains(group)
                ? group
                : mine != null ? mine : all.stream().findFirst().orElse("");
        ReaderTime time = times.of(me, locale);
        List<YearMonth> months = show.months(shown, time.zone());
        YearMonth first = months.isEmpty() ? YearMonth.from(time.now().atZone(time.zone())) : months.get(0);
        YearMonth shownMonth = months.stream()
                .filter(one -> one.toString().equals(month))
                .findFirst()
                .orElse(first);
        int shownPage = Math.min(Math.max(page, 0), MOST_PAGES);
        List<ShowRota.Turn> turns = show.turns(shown, shownMonth, time.zone(), shownPage);
        model.addAttribute("groups", all);
        model.addAttribute("group", shown);
        model.addAttribute(
                "months",
                months.stream()
                        .map(one -> new Month(one.toString(), name(one, time)))
                        .toList());
        model.addAttribute("month", shownMonth.toString());
        model.addAttribute("page", shownPage);
        model.addAttribute("hasMore", turns.size() == ShowRota.PAGE);
        model.addAttribute(
                "turns", lines(turns, me, hr, time).filter(line -> !line.mine()).toList());
        model.addAttribute("mine", lines(show.own(me), me, hr, time).toList());
        model.addAttribute("queue", show.queue(shown));
        model.addAttribute("isHr", hr);
        model.addAttribute("isLecturer", mine != null);
        var rota = show.rota(shown).orElse(null);
        model.addAttribute("rota", rota);
        model.addAttribute("rhythm", Rhythm.of(rota == null ? null : rota.rule().toString()));
        model.addAttribute("rhythms", Rhythm.NAMES);
        model.addAttribute("weekdays", Rhythm.WEEKDAYS);
        model.addAttribute("swaps", swapLines(me, hr, time));
        model.addAttribute(
                "others", mine == null ? Map.of() : byMonth(show.exchange(me, mine, shownMonth, time.zone()), time));
        model.addAttribute(
                "colleagues",
                show.queue(shown).stream()
                        .filter(one -> !one.lecturerId().equals(me))
                        .toList());
        model.addAttribute("everyLecturer", hr ? show.lecturers() : List.of());
        model.addAttribute("pace", hr ? show.pace(shown).orElse(null) : null);
        model.addAttribute("days", hr ? days.past(shown, time) : List.of());
        model.addAttribute("absences", mine == null ? List.of() : show.absences(me));
        model.addAttribute("time", time);
        model.addAttribute("hasFeed", feeds.exists(me));
        if (hr && preview && show.rota(shown).isPresent()) {
            model.addAttribute("preview", days.preview(shown, time));
            if (rota != null && !days.knowsHolidays(shown)) {
                model.addAttribute("noHolidays", rota.region());
            }
        }
        return "incentive/rota";
    }

    @PostMapping("/swaps")
    String askForSwap(
            @RequestParam String shareId,
            @RequestParam String with,
            @RequestParam(defaultValue = "") String note,
            Principal by,
            Locale locale,
            RedirectAttributes after) {
        // Either a colleague, or a share of one to take in return.
        if (with.startsWith("share:")) {
            String other = with.substring("share:".length());
            swap.ask(shareId, other, shares.get(other).lecturerId(), note, by.getName());
        } else {
            swap.ask(shareId, null, with, note, by.getName());
        }
        return said(after, locale, "rota.page.asked");
    }

    @PostMapping("/swaps/{id}/answer")
    String answer(
            @PathVariable String id,
            @RequestParam boolean agreed,
            Principal by,
            Locale locale,
            RedirectAttributes after) {
        swap.reply(id, by.getName(), agreed, null);
        return said(after, locale, agreed ? "rota.page.agreed" : "rota.page.declined");
    }

    @PostMapping("/swaps/{id}/withdraw")
    String withdraw(@PathVariable String id, Principal by, Locale locale, RedirectAttributes after) {
        swap.withdraw(id, by.getName());
        return said(after, locale, "rota.page.withdrawn");
    }

    @PostMapping("/shares/{id}/move")
    String move(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String startsAt,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String audience,
            @RequestParam(defaultValue = "") String reason,
            Principal by,
            Locale locale,
            RedirectAttributes after) {
        ReaderTime time = times.of(by.getName(), locale);
        AskForChange.Move move;
        try {
            move = new AskForChange.Move(
                    startsAt.isBlank()
                            ? null
                            : LocalDateTime.parse(startsAt).atZone(time.zone()).toInstant(),
                    null,
                    place.isBlank() ? null : place.strip(),
                    title.isBlank() ? null : title.strip(),
                    audience.isBlank() ? null : audience.strip());
        } catch (DateTimeException noTime) {
            throw Refusal.invalid("startsAt", "form.notAnInstant", "startsAt");
        }
        ask.move(id, move, reason, by.getName());
        return ofTheShare(id, after, locale, "rota.page.moved");
    }

    @PostMapping("/shares/{id}/cancel")
    String cancel(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Principal by,
            Locale locale,
            RedirectAttributes after) {
        ask.cancel(id, reason, by.getName());
        return ofTheShare(id, after, locale, "rota.page.cancelled");
    }

    @PostMapping("/shares/{id}/lecturer")
    String passOn(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String lecturerId,
            @RequestParam(defaultValue = "") String reason,
            Principal by,
            Locale locale,
            RedirectAttributes after) {
        passOn.passOn(id, lecturerId, reason, by.getName());
        return ofTheShare(id, after, locale, "rota.page.passedOn");
    }

    @PostMapping("/absences")
    String away(
            @RequestParam String firstDay,
            @RequestParam String lastDay,
            Principal by,
            Locale locale,
            RedirectAttributes after) {
        change.away(by.getName(), firstDay, lastDay, by.getName());
        return said(after, locale, "rota.page.awayKept");
    }

    @PostMapping("/absences/{id}/end")
    String back(@PathVariable long id, Principal by, Locale locale, RedirectAttributes after) {
        change.back(by.getName(), id, by.getName());
        return said(after, locale, "rota.page.backKept");
    }

    /** The address is shown this once: only its hash is kept. */
    @PostMapping("/calendar")
    String newAddress(Principal by, RedirectAttributes after) {
        after.addFlashAttribute("address", root + "/calendar/" + feeds.renew(by.getName()) + ".ics");
        return "redirect:/rota#calendar";
    }

    @PostMapping("/calendar/end")
    String endAddress(Principal by, Locale locale, RedirectAttributes after) {
        feeds.revoke(by.getName());
        return said(after, locale, "rota.page.calendarEnded");
    }

    private Stream<Line> lines(List<ShowRota.Turn> turns, String me, boolean hr, ReaderTime time) {
        Map<String, String> named =
                audiences.of(turns.stream().map(ShowRota.Turn::audience).toList(), time.locale());
        return turns.stream().map(turn -> {
            boolean mine = turn.lecturerId().equals(me);
            return new Line(
                    turn,
                    time.moment(turn.startsAt()),
                    time.relative(turn.startsAt()),
                    turn.audience() == null ? null : named.get(turn.audience()),
                    mine,
                    mine || hr);
        });
    }

    private static Map<String, List<Line>> byMonth(List<ShowRota.Turn> turns, ReaderTime time) {
        return turns.stream()
                .collect(Collectors.groupingBy(
                        turn -> name(YearMonth.from(turn.startsAt().atZone(time.zone())), time),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                turn -> new Line(turn, time.moment(turn.startsAt()), "", null, false, false),
                                Collectors.toList())));
    }

    private static String name(YearMonth month, ReaderTime time) {
        return DateTimeFormatter.ofPattern(
                        "zh".equals(time.locale().getLanguage()) ? "yyyy年M月" : "MMMM yyyy", time.locale())
                .format(month);
    }

    private List<SwapLine> swapLines(String me, boolean hr, ReaderTime time) {
        return swaps.newest(hr ? null : me, MOST_SWAPS).stream()
                .map(one -> new SwapLine(
                        one.id(),
                        shares.get(one.shareId()).title(),
                        time.moment(shares.get(one.shareId()).startsAt()),
                        one.otherShareId() == null ? null : titleAndTime(shares.get(one.otherShareId()), time),
                        words.name(one.askedBy()),
                        words.name(one.askedOf()),
                        one.state().name(),
                        one.state() == ShareSwap.State.ASKED && one.askedOf().equals(me),
                        one.state() == ShareSwap.State.ASKED && (one.askedBy().equals(me) || hr),
                        one.note()))
                .toList();
    }

    private static String titleAndTime(Share share, ReaderTime time) {
        return share.title() + " · " + time.moment(share.startsAt());
    }

    /** Back to the group that the share is in now: whoever works through another one's list finds it again. */
    private String ofTheShare(String id, RedirectAttributes after, Locale locale, String code) {
        lecturers
                .findById(shares.get(id).lecturerId())
                .ifPresent(lecturer -> after.addAttribute("group", lecturer.group()));
        return said(after, locale, code);
    }

    private String said(RedirectAttributes after, Locale locale, String code) {
        after.addFlashAttribute("said", texts.text(locale, code));
        return "redirect:/rota";
    }
}
