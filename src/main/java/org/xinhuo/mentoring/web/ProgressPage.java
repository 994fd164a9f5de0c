package org.xinhuo.mentoring.web;

import java.security.Principal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Texts;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.progress.AnswerSuggestion;
import org.xinhuo.mentoring.progress.ItemFields;
import org.xinhuo.mentoring.progress.ProgressSheet;
import org.xinhuo.mentoring.progress.ProgressStatus;
import org.xinhuo.mentoring.progress.ShowProgress;
import org.xinhuo.mentoring.progress.SuggestImprovement;
import org.xinhuo.mentoring.progress.SuggestionAnswer;
import org.xinhuo.mentoring.progress.WriteProgress;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.ReaderTimes;

/** The progress sheet as a page: the mentee edits, the mentor suggests, everybody else reads. */
@Controller
@RequestMapping("/mentorships/{id}/progress")
class ProgressPage {

    private final MentorshipFrame frame;
    private final MentoringRights rights;
    private final ShowProgress show;
    private final WriteProgress write;
    private final SuggestImprovement suggest;
    private final AnswerSuggestion answer;
    private final Employees employees;
    private final ReaderTimes times;
    private final Texts texts;

    ProgressPage(
            MentorshipFrame frame,
            MentoringRights rights,
            ShowProgress show,
            WriteProgress write,
            SuggestImprovement suggest,
            AnswerSuggestion answer,
            Employees employees,
            ReaderTimes times,
            Texts texts) {
        this.frame = frame;
        this.rights = rights;
        this.show = show;
        this.write = write;
        this.suggest = suggest;
        this.answer = answer;
        this.employees = employees;
        this.times = times;
        this.texts = texts;
    }

    /** @param fresh whether it moved since the reader looked the time before */
    record Item(ProgressSheet.Item item, @Nullable String due, boolean fresh, List<Move> moves, List<Said> said) {}

    record Move(String at, String by, ProgressSheet.Move move) {}

    record Said(
            String at,
            String by,
            ProgressSheet.Suggestion suggestion,
            @Nullable String answeredAt) {}

    @GetMapping
    String sheet(@PathVariable String id, Principal principal, Locale locale, Model model) {
        Mentorship mentorship = frame.show(id, MentorshipTab.PROGRESS, principal, locale, model);
        String reader = principal.getName();
        ProgressSheet sheet = show.of(id, reader);
        boolean writes = mentorship.isOpen() && rights.may(reader, mentorship, MentoringAction.WRITE_PROGRESS);
        boolean suggests = mentorship.isOpen() && rights.may(reader, mentorship, MentoringAction.SUGGEST_IMPROVEMENT);
        Instant before = suggests ? show.look(id, reader) : null;
        ReaderTime time = times.of(reader, locale);
        Map<String, String> names = names(sheet);
        List<Item> items = sheet.items().stream()
                .map(item -> item(item, names, before, time))
                .toList();
        model.addAttribute("items", items);
        model.addAttribute("wordsLeftOut", sheet.wordsLeftOut());
        model.addAttribute("writes", writes);
        model.addAttribute("suggests", suggests);
        model.addAttribute("mentee", names.get(sheet.menteeId()));
        model.addAttribute("before", before == null ? null : time.relative(before));
        model.addAttribute("moved", items.stream().filter(Item::fresh).count());
        model.addAttribute("statuses", codes(Stream.of(ProgressStatus.values()).map(ProgressStatus::code)));
        model.addAttribute("answers", codes(Stream.of(SuggestionAnswer.values()).map(SuggestionAnswer::code)));
        return "mentoring/progress";
    }

    @PostMapping
    String add(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String dueOn,
            @RequestParam(defaultValue = "") String note,
            Principal person,
            RedirectAttributes after) {
        write.expectWriter(id, person.getName());
        write.add(
                id,
                person.getName(),
                ItemFields.BLANK.withTitle(title).withDueOn(dueOn).withNote(note));
        return done(id, "added", after);
    }

    @PostMapping("/{item}")
    String change(
            @PathVariable String id,
            @PathVariable String item,
            @RequestParam @Nullable Long version,
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(required = false) @Nullable String dueOn,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String note,
            Principal person,
            RedirectAttributes after) {
        write.expectWriter(id, person.getName());
        write.change(id, item, person.getName(), version, fields -> {
            ItemFields changed = title == null ? fields : fields.withTitle(title);
            changed = dueOn == null ? changed : changed.withDueOn(dueOn);
            changed = status == null ? changed : changed.withStatus(status);
            return note == null ? changed : changed.withNote(note);
        });
        return done(id, "changed", after);
    }

    @PostMapping("/{item}/removal")
    String remove(
            @PathVariable String id,
            @PathVariable String item,
            @RequestParam @Nullable Long version,
            Principal person,
            RedirectAttributes after) {
        write.remove(id, item, person.getName(), version);
        return done(id, "removed", after);
    }

    @PostMapping("/{item}/suggestions")
    String suggest(
            @PathVariable String id,
            @PathVariable String item,
            @RequestParam(defaultValue = "") String text,
            Principal person,
            RedirectAttributes after) {
        suggest.suggest(id, item, person.getName(), text);
        return done(id, "suggestionSent", after);
    }

    @PostMapping("/suggestions/{suggestion}/answer")
    String answer(
            @PathVariable String id,
            @PathVariable String suggestion,
            @RequestParam(required = false) @Nullable String answer,
            @RequestParam(defaultValue = "") String reply,
            Principal person,
            RedirectAttributes after) {
        this.answer.answer(id, suggestion, person.getName(), answer, reply);
        return done(id, "answered", after);
    }

    private String done(String id, String what, RedirectAttributes after) {
        after.addFlashAttribute("said", texts.text("mentoring.progress.done." + what));
        return "redirect:" + MentorshipTab.PROGRESS.path(id);
    }

    private static Item item(
            ProgressSheet.Item item, Map<String, String> names, @Nullable Instant before, ReaderTime time) {
        List<Move> moves = item.moves().stream()
                .map(move -> new Move(time.moment(move.at()), name(names, move.by()), move))
                .toList();
        List<Said> said = item.suggestions().stream()
                .map(suggestion -> new Said(
                        time.moment(suggestion.at()),
                        name(names, suggestion.by()),
                        suggestion,
                        suggestion.answeredAt() == null ? null : time.moment(suggestion.answeredAt())))
                .toList();
        return new Item(
                item,
                item.dueOn() == null ? null : time.day(item.dueOn()),
                before != null
                        && item.moves().stream().anyMatch(move -> move.at().isAfter(before)),
                moves,
                said);
    }

    private Map<String, String> names(ProgressSheet sheet) {
        Set<String> ids = new HashSet<>(Set.of(sheet.menteeId()));
        for (ProgressSheet.Item item : sheet.items()) {
            item.moves().forEach(move -> ids.add(move.by()));
            item.suggestions().forEach(suggestion -> ids.add(suggestion.by()));
        }
        return employees.findAllById(ids).stream().collect(Collectors.toMap(Employee::id, Employee::name));
    }

    private static String name(Map<String, String> names, String id) {
        return names.getOrDefault(id, id);
    }

    private static Collection<String> codes(Stream<String> codes) {
        return codes.toList();
    }
}
