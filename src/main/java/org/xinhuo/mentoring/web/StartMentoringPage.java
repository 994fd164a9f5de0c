package org.xinhuo.mentoring.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.process.MentoringProcess;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.people.Directory;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** HR, administrators and managers start mentoring for somebody else, whom they find by name: managers among their own. */
@Controller
class StartMentoringPage {

    private static final int MOST_FOUND = 20;

    private final MentoringProcess mentoring;
    private final MentoringRights rights;
    private final Mentorships mentorships;
    private final Directory directory;
    private final Employees employees;
    private final CompanyTime time;
    private final Texts texts;

    StartMentoringPage(
            MentoringProcess mentoring,
            MentoringRights rights,
            Mentorships mentorships,
            Directory directory,
            Employees employees,
            CompanyTime time,
            Texts texts) {
        this.mentoring = mentoring;
        this.rights = rights;
        this.mentorships = mentorships;
        this.directory = directory;
        this.employees = employees;
        this.time = time;
        this.texts = texts;
    }

    /** @param state of the mentorship that this person is in, or null where one can begin */
    record Line(
            String id,
            String name,
            String department,
            @Nullable String state) {}

    @GetMapping("/start-mentoring")
    String search(@RequestParam(defaultValue = "") String q, Principal principal, Model model) {
        String words = q.replace("\0", "").strip();
        List<Employee> found = people(words, principal.getName());
        model.addAttribute("q", words);
        model.addAttribute("asked", !words.isEmpty() || !found.isEmpty());
        model.addAttribute("more", found.size() > MOST_FOUND);
        model.addAttribute(
                "lines", found.stream().limit(MOST_FOUND).map(this::line).toList());
        return "mentoring/start";
    }

    @PostMapping("/start-mentoring")
    String start(@RequestParam(defaultValue = "") String menteeId, Principal principal, RedirectAttributes after) {
        Employee mentee = employees.get(menteeId.replace("\0", ""));
        rights.check(principal.getName(), mentee, MentoringAction.START_MENTORSHIP);
        mentoring.start(mentee.id());
        after.addFlashAttribute("said", texts.text("startMentoring.done", mentee.name()));
        return "redirect:/start-mentoring";
    }

    /** Of the whole company for who may start for anybody, and only where something is looked for. */
    private List<Employee> people(String words, String personId) {
        if (rights.mayInAll(personId, MentoringAction.START_MENTORSHIP)) {
            return words.isEmpty() ? List.of() : ofCompany(words);
        }
        List<Employee> own = employees.findByManagerId(personId).stream()
                .filter(one -> one.isActiveOn(time.today()))
                .toList();
        if (own.isEmpty()) {
            throw Refusal.forbidden("rights.refused.start-mentorship");
        }
        String part = words.toLowerCase(Locale.ROOT);
        return own.stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(part)
                        || one.id().equals(words))
                .toList();
    }

    private List<Employee> ofCompany(String words) {
        String pattern = "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%";
        Directory.Search byName = new Directory.Search(null, null, pattern, null, null, null);
        return Stream.concat(
                        directory.find(Directory.Search.byId(words), Directory.Sorting.ID, false, 0, 1).stream(),
                        directory.find(byName, Directory.Sorting.NAME, false, 0, MOST_FOUND + 1).stream())
                .map(Directory.Entry::id)
                .distinct()
                .map(employees::get)
                .toList();
    }

    private Line line(Employee one) {
        return new Line(
                one.id(),
                one.name(),
                one.department(),
                mentorships
                        .findByMenteeIdAndEndedAtIsNull(one.id())
                        .map(Mentorship::state)
                        .map(Mentorship.State::code)
                        .orElse(null));
    }
}
