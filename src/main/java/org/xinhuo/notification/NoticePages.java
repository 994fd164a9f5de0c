package org.xinhuo.notification;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.notification.Notices.Notice;
import org.xinhuo.people.ReaderTimes;

/** Everything that a person was told. */
@Controller
@RequestMapping("/notices")
class NoticePages {

    static final int PAGE = 20;

    private final Notices notices;
    private final NoticeLines lines;
    private final ReaderTimes times;

    NoticePages(Notices notices, NoticeLines lines, ReaderTimes times) {
        this.notices = notices;
        this.lines = lines;
        this.times = times;
    }

    /** The path behind which a notice counts as read and leads to where to act. */
    static String open(long id) {
        return "/notices/" + id + "/open";
    }

    @GetMapping
    String all(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            Principal principal,
            Locale locale,
            Model model) {
        ReaderTime time = times.of(principal.getName(), locale);
        // One more than shown tells whether there are older ones.
        List<Notice> found = notices.page(principal.getName(), unread, before, PAGE + 1);
        List<Notice> shown = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("notices", lines.of(principal.getName(), shown, time));
        model.addAttribute("older", found.size() > PAGE ? shown.get(PAGE - 1).id() : null);
        model.addAttribute("newest", before == Long.MAX_VALUE);
        model.addAttribute("unreadOnly", unread);
        model.addAttribute("unreadCount", notices.unread(principal.getName()));
        return "notification/notices";
    }

    @GetMapping("/{id}/open")
    RedirectView open(@PathVariable long id, Principal principal) {
        Notice notice = notices.markRead(principal.getName(), id);
        String link = notice.link();
        // Our own pages only, whatever somebody wrote into the table.
        boolean ours = link != null
                && link.startsWith("/")
                && !link.startsWith("//")
                && link.indexOf('\\') < 0
                && lines.closedTo(principal.getName(), List.of(link)).isEmpty();
        RedirectView where = new RedirectView(ours ? link : "/notices", true);
        where.setExpandUriTemplateVariables(false);
        where.setExposeModelAttributes(false);
        return where;
    }

    @PostMapping("/{id}/read")
    String read(@PathVariable long id, @RequestParam(defaultValue = "false") boolean unread, Principal principal) {
        notices.markRead(principal.getName(), id);
        return unread ? "redirect:/notices?unread=true" : "redirect:/notices";
    }

    @PostMapping("/all-read")
    String readAll(Principal principal) {
        notices.markRead(principal.getName());
        return "redirect:/notices";
    }
}
