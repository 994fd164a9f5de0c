package org.xinhuo.mentoring.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinhuo.library.LibraryEntries;
import org.xinhuo.library.LibraryShelf;
import org.xinhuo.library.UploadRules;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.people.ReaderTimes;

/** What a pair has shared; the library keeps it and says who may have what. */
@Controller
class MaterialsPage {

    private static final int ON_A_PAGE = 20;

    private final MentorshipFrame frame;
    private final MentoringRights rights;
    private final LibraryShelf shelf;
    private final LibraryEntries entries;
    private final UploadRules rules;
    private final ReaderTimes times;

    MaterialsPage(
            MentorshipFrame frame,
            MentoringRights rights,
            LibraryShelf shelf,
            LibraryEntries entries,
            UploadRules rules,
            ReaderTimes times) {
        this.frame = frame;
        this.rights = rights;
        this.shelf = shelf;
        this.entries = entries;
        this.rules = rules;
        this.times = times;
    }

    @GetMapping("/mentorships/{id}/materials")
    String materials(
            @PathVariable String id,
            @RequestParam(defaultValue = "1") int page,
            Principal principal,
            Locale locale,
            Model model) {
        Mentorship mentorship = frame.show(id, MentorshipTab.MATERIALS, principal, locale, model);
        String reader = principal.getName();
        rights.check(reader, mentorship, MentoringAction.READ_MATERIALS);
        int from = (Math.min(Math.max(page, 1), 10_000) - 1) * ON_A_PAGE;
        List<LibraryShelf.Line> lines = shelf.inMentorship(id, reader, "", from, ON_A_PAGE + 1);
        model.addAttribute("page", from / ON_A_PAGE + 1);
        model.addAttribute("more", lines.size() > ON_A_PAGE);
        model.addAttribute(
                "entries",
                entries.of(lines.subList(0, Math.min(lines.size(), ON_A_PAGE)), reader, times.of(reader, locale)));
        model.addAttribute(
                "mayShare",
                mentorship.isOpen()
                        && mentorship.mentorId() != null
                        && rights.may(reader, mentorship, MentoringAction.SHARE_MATERIALS));
        model.addAttribute("rules", rules);
        return "mentoring/materials";
    }
}
