package org.xinhuo.mentoring.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.MentoringAttention;
import org.xinhuo.people.ReaderTimes;

/** All mentorships of the company, for HR and auditors: the way to a pair for those who are in none. */
@Controller
class MentorshipListPage {

    private static final int PAGE = 50;

    private static final int LAST_PAGE = 10_000;

    private static final String UNASSIGNED = "unassigned";
    private static final String SILENT = "silent";
    private static final String AMONG = "among";

    /** What one may ask for; the codes of {@code home.mentorship.state.*} but for those of {@code mentorships.state.*}. */
    private static final List<String> STATES = List.of(
            "open",
            UNASSIGNED,
            SILENT,
            "matching",
            "planning",
            "coaching",
            "evaluating",
            "paused",
            "graduated",
            "stopped",
            "all");

    private final MentoringReaders readers;
    private final MentorshipIndex index;
    private final ReaderTimes times;
    private final MentoringAttention attention;

    MentorshipListPage(
            MentoringReaders readers, MentorshipIndex index, ReaderTimes times, MentoringAttention attention) {
        this.attention = attention;
        this.readers = readers;
        this.index = index;
        this.times = times;
    }

    /** A line with days as the reader writes them; {@code until} is null while it is under way. */
    record Line(
            MentorshipIndex.Entry entry,
            String since,
            @Nullable String until) {}

    @GetMapping("/mentorships")
    String mentorships(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "0") int page,
            Principal principal,
            Locale locale,
            Model model) {
        if (!readers.readsAll(principal.getName())) {
            throw Refusal.forbidden("mentorships.mayNotRead");
        }
        String words = q.replace("\0", "").strip();
        String asked = STATES.contains(state) ? state : "open";
        int at = Math.min(Math.max(page, 0), LAST_PAGE);
        ReaderTime time = times.of(principal.getName(), locale);
        List<MentorshipIndex.Entry> found = switch (asked) {
            case UNASSIGNED -> index.find(words, AMONG, attention.unassigned(), PAGE + 1, at * PAGE);
            case SILENT -> index.find(words, AMONG, attention.silent(principal.getName()), PAGE + 1, at * PAGE);
            default -> index.find(words, asked, Set.of(), PAGE + 1, at * PAGE);
        };
        model.addAttribute("q", words);
        model.addAttribute("state", asked);
        model.addAttribute("states", STATES);
        model.addAttribute("page", at);
        model.addAttribute("more", found.size() > PAGE);
        model.addAttribute(
                "lines",
                found.stream().limit(PAGE).map(entry -> line(entry, time)).toList());
        return "mentoring/mentorships";
    }

    private static Line line(MentorshipIndex.Entry entry, ReaderTime time) {
        var endedAt = entry.endedAt();
        return new Line(
                entry,
                time.day(entry.startedAt().atZone(time.zone()).toLocalDate()),
                endedAt == null ? null : time.day(endedAt.atZone(time.zone()).toLocalDate()));
    }
}
