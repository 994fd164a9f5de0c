package org.xinhuo.home;

import java.security.Principal;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Groups;

/** The page at "/": what waits for me, how my loops stand, what I was told. */
@Controller
class HomePage {

    private static final int NEWEST_NOTICES = 10;

    private final Groups groups;
    private final MyTasks tasks;
    private final MyNotices notices;
    private final Notices allNotices;
    private final ReaderTimes times;

    HomePage(Groups groups, MyTasks tasks, MyNotices notices, Notices allNotices, ReaderTimes times) {
        this.groups = groups;
        this.tasks = tasks;
        this.notices = notices;
        this.allNotices = allNotices;
        this.times = times;
    }

    @GetMapping("/")
    String home(Principal principal, Locale locale, Model model) {
        String person = principal.getName();
        Set<String> myGroups = groups.of(person);
        ReaderTime time = times.of(person, locale);
        model.addAttribute("today", time.weekday(time.today()));
        model.addAttribute("tasks", tasks.of(person, myGroups, time));
        model.addAttribute("notices", notices.of(person, NEWEST_NOTICES, time));
        return "home";
    }

    @PostMapping("/notices/read")
    String readNotices(Principal principal) {
        allNotices.markRead(principal.getName());
        return "redirect:/";
    }
}
