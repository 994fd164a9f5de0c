package org.xinhuo.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Problem;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** The auditor's pages: find a story, read it in words and on its diagrams. */
@Controller
@RequestMapping("/audit")
class AuditPages {

    private static final int ON_A_PAGE = 50;

    private final AuditRights rights;
    private final AuditSearch search;
    private final StorySubjects subjects;
    private final ProcessStories stories;
    private final ToldRefusals refusals;
    private final Employees employees;
    private final CompanyTime company;
    private final Texts texts;

    AuditPages(
            AuditRights rights,
            AuditSearch search,
            StorySubjects subjects,
            ProcessStories stories,
            ToldRefusals refusals,
            Employees employees,
            CompanyTime company,
            Texts texts) {
        this.rights = rights;
        this.search = search;
        this.subjects = subjects;
        this.stories = stories;
        this.refusals = refusals;
        this.employees = employees;
        this.company = company;
        this.texts = texts;
    }

    /** An event as the page shows it. */
    record Line(String at, Story.Event event) {}

    @GetMapping
    String search(@RequestParam(defaultValue = "") String q, Principal principal, Locale locale, Model model) {
        rights.require(principal.getName());
        model.addAttribute("q", q);
        List<AuditSearch.Found> found = search.find(q, locale);
        model.addAttribute("found", found);
        model.addAttribute("subjects", subjects.of(found, principal.getName(), locale));
        model.addAttribute("time", time(principal, locale));
        return "audit/search";
    }

    @GetMapping("/instances/{businessKey}")
    String story(@PathVariable String businessKey, Principal principal, Locale locale, Model model) {
        rights.require(principal.getName());
        Story story = stories.of(businessKey, principal.getName(), locale);
        ReaderTime time = time(principal, locale);
        model.addAttribute("story", story);
        model.addAttribute(
                "subject",
                subjects.of(search.find(businessKey, locale), principal.getName(), locale)
                        .get(businessKey));
        model.addAttribute("time", time);
        model.addAttribute("lines", lines(story, time));
        model.addAttribute("processNames", processNames(story));
        model.addAttribute("diagrams", true);
        return "audit/story";
    }

    /** Everything that anybody was refused, the newest first. */
    @GetMapping("/refusals")
    String refusals(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "1") int page,
            Principal principal,
            Locale locale,
            Model model) {
        rights.require(principal.getName());
        int from = (Math.min(Math.max(page, 1), 10_000) - 1) * ON_A_PAGE;
        List<Story.Refused> lines = refusals.newest(person.strip(), from, ON_A_PAGE + 1, locale);
        model.addAttribute("person", person);
        model.addAttribute("refusals", lines.subList(0, Math.min(lines.size(), ON_A_PAGE)));
        model.addAttribute("page", from / ON_A_PAGE + 1);
        model.addAttribute("more", lines.size() > ON_A_PAGE);
        model.addAttribute("time", time(principal, locale));
        return "audit/refusals";
    }

    @GetMapping("/models/{definitionId}")
    @ResponseBody
    ResponseEntity<String> model(@PathVariable String definitionId, Principal principal) {
        rights.require(principal.getName());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(stories.model(definitionId));
    }

    /** To the page that says so in the reader's language. */
    @ExceptionHandler
    void refused(Refusal refusal, HttpServletResponse response) throws IOException {
        response.sendError(Problem.status(refusal).value());
    }

    private static List<Line> lines(Story story, ReaderTime time) {
        return story.events().stream()
                .map(event -> new Line(time.exactMoment(event.at()), event))
                .toList();
    }

    private static Map<String, String> processNames(Story story) {
        return story.instances().stream()
                .collect(Collectors.toMap(Story.Instance::id, Story.Instance::processName, (one, same) -> one));
    }

    private ReaderTime time(Principal principal, Locale locale) {
        return new ReaderTime(
                texts,
                locale,
                employees.findById(principal.getName()).map(Employee::timeZone).orElse(company.zone()),
                company.now());
    }
}
