package org.xinhuo.mentoring.web;

import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.log.Highlights;
import org.xinhuo.mentoring.log.LogConsent;
import org.xinhuo.mentoring.log.LogEntries;
import org.xinhuo.mentoring.log.LogEntry;
import org.xinhuo.mentoring.log.LogFilter;
import org.xinhuo.mentoring.log.LogKind;
import org.xinhuo.mentoring.log.LogReaders;
import org.xinhuo.mentoring.log.MoveToDo;
import org.xinhuo.mentoring.log.WriteMessage;

/** The coaching log: read and searched by the pair, by HR with a reason and by auditors; written by the pair alone. */
@RestController
class LogApi {

    private static final int MOST = 100;

    private final Mentorships mentorships;
    private final LogReaders readers;
    private final LogEntries entries;
    private final WriteMessage writeMessage;
    private final MoveToDo moveToDo;
    private final LogConsent consent;
    private final Texts texts;

    LogApi(
            Mentorships mentorships,
            LogReaders readers,
            LogEntries entries,
            WriteMessage writeMessage,
            MoveToDo moveToDo,
            LogConsent consent,
            Texts texts) {
        this.mentorships = mentorships;
        this.readers = readers;
        this.entries = entries;
        this.writeMessage = writeMessage;
        this.moveToDo = moveToDo;
        this.consent = consent;
        this.texts = texts;
    }

    /**
     * An entry.
     *
     * @param headline what it is, in the reader's language
     * @param fragments where the question was found, as HTML with {@code <mark>}; empty without a question
     */
    record Entry(
            long id,
            String kind,
            @Nullable String authorId,
            Instant at,
            LocalDate happenedOn,
            String headline,
            String text,
            List<String> competencies,
            List<String> mentions,
            @Nullable ToDo todo,
            List<String> fragments,
            String link) {}

    /** @param state proposed, open, done, declined, lapsed, withdrawn or ended */
    record ToDo(String id, String ownerId, LocalDate dueOn, String state) {}

    /** @param next the cursor of the next page, or null at the end */
    record Log(List<Entry> entries, @Nullable String next) {}

    /** A new message. */
    record NewMessage(
            @Nullable String text,
            @Nullable String competency,
            @Nullable NewToDo todo,
            @Nullable List<@Nullable String> mentions) {}

    record NewToDo(@Nullable String ownerId, @Nullable LocalDate dueOn) {}

    /**
     * A page of the log; the newest first, or with {@code q} the best first.
     *
     * @param kind any of the kinds of {@link LogKind}, by its code
     */
    @GetMapping("/api/mentorships/{id}/log")
    @Transactional
    public Log log(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<String> kind,
            @RequestParam(required = false) @Nullable String competency,
            @RequestParam(required = false) @Nullable String author,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "30") int limit,
            Principal reader) {
        Mentorship mentorship = mentorships.get(id);
        Instant visibleFrom = readers.open(mentorship, reader.getName());
        if (limit < 1 || limit > MOST) {
            throw Refusal.invalid("limit", "form.outOfRange", "limit", 1, MOST);
        }
        LogFilter filter = new LogFilter(
                q,
                kinds(kind == null ? List.of() : kind),
                competency,
                author,
                checked("from", from),
                checked("to", to));
        LogEntries.Page page = entries.page(id, filter, visibleFrom, cursor, limit);
        boolean searched = q != null && !q.isBlank();
        return new Log(
                page.entries().stream().map(entry -> body(id, entry, searched)).toList(), page.next());
    }

    /** @param reason why somebody of HR reads; kept, and needed once a day */
    record Reading(@Nullable String reason) {}

    /** In a body and not in an address, which stands in the logs of every proxy. */
    @PostMapping("/api/mentorships/{id}/log/readings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveReason(@PathVariable String id, @RequestBody Reading reading, Principal reader) {
        readers.giveReason(mentorships.get(id), reader.getName(), reading.reason());
    }

    @PostMapping("/api/mentorships/{id}/log")
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    public Entry write(@PathVariable String id, @RequestBody NewMessage message, Principal person) {
        NewToDo todo = message.todo();
        List<@Nullable String> mentions = Objects.requireNonNullElse(message.mentions(), List.of());
        long entry = writeMessage.write(
                id,
                person.getName(),
                new WriteMessage.Message(
                        message.text(),
                        message.competency(),
                        todo == null ? null : new WriteMessage.Wish(todo.ownerId(), todo.dueOn()),
                        mentions.stream().map(String::valueOf).toList()));
        return entries.entry(id, entry, Instant.EPOCH)
                .map(written -> body(id, written, false))
                .orElseThrow();
    }

    /** Takes a proposal back, or gives an own to-do up. */
    @DeleteMapping("/api/mentorships/{id}/todos/{toDoId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String id, @PathVariable String toDoId, Principal person) {
        moveToDo.withdraw(id, toDoId, person.getName());
    }

    /** @param extent nothing, earlier (what the mentor before could read) or everything */
    record HandOver(@Nullable String extent) {}

    /** The mentee says how much of the earlier log the mentor of now, or the next, may read; the last word counts. */
    @PutMapping("/api/mentorships/{id}/log/hand-over")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handOver(@PathVariable String id, @RequestBody HandOver handOver, Principal person) {
        consent.handOver(id, person.getName(), handOver.extent());
    }

    private Entry body(String mentorshipId, LogEntry entry, boolean searched) {
        LogEntry.ToDoOfEntry toDo = entry.toDo();
        return new Entry(
                entry.id(),
                entry.kind().code(),
                entry.authorId(),
                entry.at(),
                entry.happenedOn(),
                texts.stored(
                        LocaleContextHolder.getLocale(),
                        entry.headline(),
                        entry.arguments().toArray()),
                entry.text(),
                entry.competencies(),
                entry.mentions(),
                toDo == null ? null : new ToDo(toDo.id(), toDo.ownerId(), toDo.dueOn(), toDo.state()),
                searched
                        ? entry.fragments().stream()
                                .map(Highlights.Fragment::html)
                                .toList()
                        : List.of(),
                WriteMessage.linkTo(mentorshipId, entry.id()));
    }

    /** @throws Refusal where there is no such kind */
    static Set<LogKind> kinds(List<String> codes) {
        Set<LogKind> kinds = EnumSet.noneOf(LogKind.class);
        for (String code : codes) {
            kinds.add(Arrays.stream(LogKind.values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> Refusal.invalid(
                            "kind",
                            "form.notOneOf",
                            "kind",
                            code,
                            Arrays.stream(LogKind.values()).map(LogKind::code).collect(Collectors.joining(", ")))));
        }
        return kinds;
    }

    /** A day that a calendar knows; others do not fit a date column. */
    static @Nullable LocalDate checked(String field, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < 1900 || day.getYear() > 9999)) {
            throw Refusal.invalid(field, "form.notADate", field);
        }
        return day;
    }
}
