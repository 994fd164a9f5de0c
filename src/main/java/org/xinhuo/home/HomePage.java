package org.xinhuo.home;

import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.incentive.content.ShareList;
import org.xinhuo.incentive.rating.Ratings;
import org.xinhuo.mentoring.MentoringAttention;
import org.xinhuo.notification.NoticeLines;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Groups;
import org.xinhuo.people.ReaderTimes;

/** The page at "/": what waits for me, how my loops stand, what I was told. */
@Controller
class HomePage {

    private static final int NEWEST_NOTICES = 10;

    /** What HR acts on, as figures that lead to the names. */
    record Attention(int unassigned, int silent, long missed) {

        static Attention of(MentoringAttention mentoring, String reader) {
            return new Attention(
                    mentoring.unassigned().size(), mentoring.silent(reader).size(), mentoring.missedThisMonth());
        }
    }

    private static final Duration COMING = Duration.ofDays(14);
    private static final int MOST_COMING = 5;

    /** @param lecturer null where the reader gives the share */
    record Coming(String id, String title, @Nullable String lecturer, String relative, String at) {}

    private final Groups groups;
    private final MyTasks tasks;
    private final NoticeLines notices;
    private final Notices allNotices;
    private final MyMentorships mentorships;
    private final MyLecturerMonth lecturerMonth;
    private final Ratings ratings;
    private final ReaderTimes times;
    private final MentoringAttention mentoring;
    private final ShareList shares;

    HomePage(
            Groups groups,
            MyTasks tasks,
            NoticeLines notices,
            Notices allNotices,
            MyMentorships mentorships,
            MyLecturerMonth lecturerMonth,
            Ratings ratings,
            ReaderTimes times,
            MentoringAttention mentoring,
            ShareList shares) {
        this.groups = groups;
        this.tasks = tasks;
        this.notices = notices;
        this.allNotices = allNotices;
        this.mentorships = mentorships;
        this.lecturerMonth = lecturerMonth;
        this.ratings = ratings;
        this.times = times;
        this.mentoring = mentoring;
        this.shares = shares;
    }

    @GetMapping("/")
    String home(Principal principal, Locale locale, Model model) {
        String person = principal.getName();
        Set<String> myGroups = groups.of(person);
        ReaderTime time = times.of(person, locale);
        model.addAttribute("today", time.weekday(time.today()));
        List<MyTasks.Line> waiting = tasks.of(person, myGroups, time);
        model.addAttribute("tasks", waiting.stream().filter(MyTasks.Line::own).toList());
        model.addAttribute(
                "groupTasks", waiting.stream().filter(task -> !task.own()).toList());
        model.addAttribute(
                "showGroupTasks", myGroups.contains("hr") || waiting.stream().anyMatch(task -> !task.own()));
        model.addAttribute("mentorships", mentorships.of(person, waiting, time));
        model.addAttribute(
                "lecturerMonth",
                myGroups.contains("lecturer") ? lecturerMonth.of(person, time).orElse(null) : null);
        model.addAttribute("toRate", toRate(person, time));
        model.addAttribute(
                "coming",
                shares.coming(person, COMING, MOST_COMING).stream()
                        .map(share -> new Coming(
                                share.id(),
                                share.title(),
                                share.lecturerId().equals(person) ? null : share.lecturer(),
                                time.relative(share.startsAt()),
                                time.moment(share.startsAt())))
                        .toList());
        model.addAttribute("attention", myGroups.contains("hr") ? Attention.of(mentoring, person) : null);
        model.addAttribute("notices", notices.newest(person, NEWEST_NOTICES, time));
        return "home";
    }

    /** Shares that still wait for this person's score. */
    private long toRate(String person, ReaderTime time) {
        return ratings.openFor(person, time.now()).stream()
                .filter(share -> share.score() == null)
                .count();
    }

    @PostMapping("/notices/read")
    String readNotices(Principal principal) {
        allNotices.markRead(principal.getName());
        return "redirect:/";
    }
}
