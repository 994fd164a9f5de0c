package org.xinhuo.mentoring.web;

import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.log.LogConsent;
import org.xinhuo.mentoring.log.LogEntries;
import org.xinhuo.mentoring.log.LogEntry;
import org.xinhuo.mentoring.log.LogFilter;
import org.xinhuo.mentoring.log.LogKind;
import org.xinhuo.mentoring.log.LogReaders;
import org.xinhuo.mentoring.log.MoveToDo;
import org.xinhuo.mentoring.log.WriteMessage;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.people.Competencies;
import org.xinhuo.people.Employees;
import org.xinhuo.people.ReaderTimes;
import org.xinhuo.people.RequiredCompetency;

/** The coaching log of a mentorship: the stream, its filters and its search, and where the pair writes. */
@Controller
class LogPage {

    private static final int A_PAGE = 20;
    private static final int READINGS = 20;

    private final MentorshipFrame frame;
    private final Mentorships mentorships;
    private final MentoringRights rights;
    private final LogReaders readers;
    private final LogEntries entries;
    private final LogLines lines;
    private final WriteMessage writeMessage;
    private final MoveToDo moveToDo;
    private final MentionedPeople mentioned;
    private final Competencies competencies;
    private final Employees employees;
    private final LogConsent consent;
    private final LogHandOvers handOvers;
    private final ReaderTimes times;
    private final Texts texts;

    LogPage(
            MentorshipFrame frame,
            Mentorships mentorships,
            MentoringRights rights,
            LogReaders readers,
            LogEntries entries,
            LogLines lines,
            WriteMessage writeMessage,
            MoveToDo moveToDo,
            MentionedPeople mentioned,
            Competencies competencies,
            Employees employees,
            LogConsent consent,
            LogHandOvers handOvers,
            ReaderTimes times,
            Texts texts) {
        this.frame = frame;
        this.mentorships = mentorships;
        this.rights = rights;
        this.readers = readers;
        this.entries = entries;
        this.lines = lines;
        this.writeMessage = writeMessage;
        this.moveToDo = moveToDo;
        this.mentioned = mentioned;
        this.competencies = competencies;
        this.employees = employees;
        this.consent = consent;
        this.handOvers = handOvers;
        this.times = times;
        this.texts = texts;
    }

    /** A kind to filter by; {@code code} is null for all. */
    record Chip(@Nullable String code, String link, boolean current) {}

    /** @param entry a link leads to this entry; the page begins there */
    @GetMapping("/mentorships/{id}/log")
    @Transactional
    public String log(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String competency,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Long entry,
            Principal principal,
            Locale locale,
            Model model) {
        Mentorship mentorship = frame.show(id, MentorshipTab.LOG, principal, locale, model);
        String reader = principal.getName();
        model.addAttribute("needsReason", false);
        model.addAttribute("given", model.containsAttribute("typed") ? model.getAttribute("typed") : Map.of());
        Map<String, String> asked = new LinkedHashMap<>();
        put(asked, "q", q);
        put(asked, "kind", kind);
        put(asked, "competency", competency);
        model.addAttribute("asked", asked);
        if (readers.asksForReason(mentorship, reader)) {
            model.addAttribute("needsReason", true);
            model.addAttribute("entry", entry);
            return "mentoring/log";
        }
        Instant visibleFrom = readers.open(mentorship, reader);
        ReaderTime time = times.of(reader, locale);
        String from = entry == null
                ? cursor
                : entries.beginningAt(id, entry, q, visibleFrom).orElse(cursor);
        LogFilter filter = new LogFilter(
                q,
                LogApi.kinds(kind.isEmpty() ? List.of() : List.of(kind)),
                competency.isEmpty() ? null : competency,
                null,
                null,
                null);
        LogEntries.Page page = entries.page(id, filter, visibleFrom, from, A_PAGE);
        List<LogEntry> found = page.entries();
        Predicate<String> speaksFor = author -> author.equals(reader)
                || reader.equals(mentorship.mentorId()) && !rights.may(author, mentorship, MentoringAction.WRITE_LOG);
        model.addAttribute("entries", lines.of(found, reader, speaksFor, time));
        model.addAttribute("more", page.next() == null ? null : link(id, asked, Map.of("cursor", page.next())));
        model.addAttribute("newest", from == null ? null : link(id, asked, Map.of()));
        model.addAttribute("chips", chips(id, asked, kind));
        model.addAttribute("clear", asked.isEmpty() ? null : link(id, Map.of(), Map.of()));
        model.addAttribute(
                "competencies",
                competencies.modelOf(employees.get(mentorship.menteeId()).job()).stream()
                        .map(RequiredCompetency::competency)
                        .toList());
        boolean writes = mentorship.isOpen() && rights.may(reader, mentorship, MentoringAction.WRITE_LOG);
        model.addAttribute("writes", writes);
        model.addAttribute("guides", writes && rights.may(reader, mentorship, MentoringAction.GIVE_GUIDANCE));
        model.addAttribute(
                "offered", writes ? MentionedPeople.named(mentioned.offered(mentorship, reader)) : List.of());
        model.addAttribute("owners", writes ? owners(mentorship, reader) : Map.of());
        model.addAttribute("today", time.today().toString());
        boolean pair = rights.may(reader, mentorship, MentoringAction.WRITE_LOG);
        model.addAttribute("readings", pair ? lines.readings(readers.readings(id, READINGS), time) : List.of());
        boolean mayHandOver = mentorship.isOpen() && rights.may(reader, mentorship, MentoringAction.HAND_LOG_OVER);
        model.addAttribute("handOver", mayHandOver ? handOvers.of(id, time) : null);
        return "mentoring/log";
    }

    /** Somebody beside the pair says why; what was asked for before is asked for still. */
    @PostMapping("/mentorships/{id}/log/reading")
    String giveReason(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String competency,
            @RequestParam(required = false) @Nullable Long entry,
            Principal person) {
        readers.giveReason(mentorships.get(id), person.getName(), reason);
        Map<String, String> asked = new LinkedHashMap<>();
        put(asked, "q", q);
        put(asked, "kind", kind);
        put(asked, "competency", competency);
        return "redirect:"
                + (entry == null
                        ? link(id, asked, Map.of())
                        : link(id, asked, Map.of("entry", entry.toString())) + "#entry-" + entry);
    }

    /** The mentee says how much of the earlier log the mentor may read. */
    @PostMapping("/mentorships/{id}/log/hand-over")
    String handOver(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String extent,
            Principal person,
            RedirectAttributes after) {
        consent.handOver(id, person.getName(), extent);
        after.addFlashAttribute("said", texts.text("mentoring.log.page.handOver.kept"));
        return "redirect:" + MentorshipTab.LOG.path(id);
    }

    @PostMapping("/mentorships/{id}/log")
    String write(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String competency,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String dueOn,
            Principal person,
            RedirectAttributes after) {
        Mentorship mentorship = mentorships.get(id);
        rights.check(person.getName(), mentorship, MentoringAction.WRITE_LOG);
        writeMessage.write(
                id,
                person.getName(),
                new WriteMessage.Message(
                        text,
                        competency,
                        owner.isEmpty() && dueOn.isEmpty() ? null : new WriteMessage.Wish(owner, day(dueOn)),
                        MentionedPeople.in(text, mentioned.offered(mentorship, person.getName()))));
        after.addFlashAttribute("said", texts.text("mentoring.log.page.written"));
        return "redirect:" + MentorshipTab.LOG.path(id);
    }

    @PostMapping("/mentorships/{id}/todos/{toDoId}/withdrawal")
    String withdraw(@PathVariable String id, @PathVariable String toDoId, Principal person, RedirectAttributes after) {
        moveToDo.withdraw(id, toDoId, person.getName());
        after.addFlashAttribute("said", texts.text("mentoring.log.page.withdrawn"));
        return "redirect:" + MentorshipTab.LOG.path(id);
    }

    private static @Nullable LocalDate day(String written) {
        if (written.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(written.strip());
        } catch (DateTimeParseException noDay) {
            throw Refusal.invalid("todo.dueOn", "form.notADate", "todo.dueOn");
        }
    }

    /** Who may be given a to-do, by name: the reader first. */
    private Map<String, String> owners(Mentorship mentorship, String reader) {
        Map<String, String> owners = new LinkedHashMap<>();
        owners.put(reader, employees.get(reader).name());
        owners.put(mentorship.menteeId(), employees.get(mentorship.menteeId()).name());
        Stream.of(mentorship.mentorId(), mentorship.substituteId())
                .filter(Objects::nonNull)
                .forEach(person -> owners.put(person, employees.get(person).name()));
        return owners;
    }

    private static List<Chip> chips(String id, Map<String, String> asked, String current) {
        Map<String, String> others = new LinkedHashMap<>(asked);
        others.remove("kind");
        List<Chip> chips = new ArrayList<>();
        chips.add(new Chip(null, link(id, others, Map.of()), current.isEmpty()));
        Arrays.stream(LogKind.values())
                .map(LogKind::code)
                .forEach(code ->
                        chips.add(new Chip(code, link(id, others, Map.of("kind", code)), code.equals(current))));
        return chips;
    }

    private static String link(String id, Map<String, String> asked, Map<String, String> more) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/mentorships/{id}/log");
        Map<String, String> all = new LinkedHashMap<>(asked);
        all.putAll(more);
        all.values().removeIf(String::isEmpty);
        Map<String, Object> values = new LinkedHashMap<>(all);
        values.put("id", id);
        all.keySet().forEach(name -> link.queryParam(name, "{" + name + "}"));
        return link.encode().buildAndExpand(values).toUriString();
    }

    private static void put(Map<String, String> asked, String name, String value) {
        if (!value.isBlank()) {
            asked.put(name, value);
        }
    }
}
