package org.xinhuo.mentoring.log;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriUtils;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Competencies;
import org.xinhuo.people.Employees;

/** One of the pair writes into the log: a message, about a competency, for somebody to see, for somebody to do. */
@Component
public class WriteMessage {

    /** Characters of a message. */
    public static final int LONGEST = 4000;

    private static final int MOST_MENTIONS = 20;

    /** Against a slip of the hand in the year, not a rule of the company; so it stands in no table. */
    private static final int FARTHEST_YEARS = 5;

    private final Mentorships mentorships;
    private final MentoringRights rights;
    private final Employees employees;
    private final Competencies competencies;
    private final CoachingLog log;
    private final ToDos toDos;
    private final ToDoTasks tasks;
    private final Notices notices;
    private final JdbcClient jdbc;
    private final CompanyTime time;

    WriteMessage(
            Mentorships mentorships,
            MentoringRights rights,
            Employees employees,
            Competencies competencies,
            CoachingLog log,
            ToDos toDos,
            ToDoTasks tasks,
            Notices notices,
            JdbcClient jdbc,
            CompanyTime time) {
        this.mentorships = mentorships;
        this.rights = rights;
        this.employees = employees;
        this.competencies = competencies;
        this.log = log;
        this.toDos = toDos;
        this.tasks = tasks;
        this.notices = notices;
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * What to write.
     *
     * @param competency one of the mentee's job, or null
     * @param toDo who is to do what it says, and until when, or null
     * @param mentions whom to tell at once
     */
    public record Message(
            @Nullable String text,
            @Nullable String competency,
            @Nullable Wish toDo,
            List<String> mentions) {}

    /** Who shall do it, and the last day on which it is in time. */
    public record Wish(@Nullable String ownerId, @Nullable LocalDate dueOn) {}

    /**
     * Writes it.
     *
     * @return the entry's id
     * @throws Refusal for everybody but the pair and who stands in for the mentor; when the mentorship has ended; for an
     *     empty, unreadable or too long text, a competency that the mentee's job does not ask for, a mention of somebody
     *     who may not read the log, an owner outside the pair, a day that has passed or is years away
     */
    @Transactional
    public long write(String mentorshipId, String authorId, Message message) {
        Mentorship mentorship = mentorships.get(mentorshipId);
        rights.check(authorId, mentorship, MentoringAction.WRITE_LOG);
        if (!mentorship.isOpen()) {
            throw Refusal.conflict(
                    "mentoring.wrongState", mentorshipId, mentorship.state().code());
        }
        String text = text(message.text());
        String competency = competency(message.competency(), mentorship);
        Set<String> mentioned = mentions(message.mentions(), mentorship);
        Wish wish = message.toDo();
        if (wish != null) {
            check(wish, authorId, mentorship);
        }
        long id = log.record(NewEntry.of(mentorshipId, LogKind.MESSAGE, authorId, text)
                .about(competency == null ? List.of() : List.of(competency)));
        mentioned.forEach(person -> mention(mentorshipId, id, authorId, person));
        if (wish != null && wish.ownerId() != null && wish.dueOn() != null) {
            ToDo toDo =
                    toDos.saveAndFlush(new ToDo(mentorshipId, id, authorId, wish.ownerId(), wish.dueOn(), time.now()));
            tasks.start(toDo.id());
        }
        return id;
    }

    private static String text(@Nullable String given) {
        String text = given == null ? "" : given.strip();
        if (text.isEmpty()) {
            throw Refusal.invalid("text", "form.required", "text");
        }
        if (!text.equals(LogWords.storable(text))) {
            throw Refusal.invalid("text", "form.notAText", "text");
        }
        if (text.length() > LONGEST) {
            throw Refusal.invalid("text", "form.tooLong", "text", LONGEST);
        }
        return text;
    }

    private @Nullable String competency(@Nullable String given, Mentorship mentorship) {
        if (given == null || given.isBlank()) {
            return null;
        }
        boolean asked = competencies
                .modelOf(employees.get(mentorship.menteeId()).job())
                .stream()
                .anyMatch(required -> required.competency().equals(given));
        if (!asked) {
            throw Refusal.invalid("competency", "mentoring.level.foreignCompetency", "competency", given);
        }
        return given;
    }

    private Set<String> mentions(List<String> given, Mentorship mentorship) {
        Set<String> mentioned = new LinkedHashSet<>(given);
        if (mentioned.size() > MOST_MENTIONS) {
            throw Refusal.invalid("mentions", "form.listSize", "mentions", 0, MOST_MENTIONS);
        }
        for (String person : mentioned) {
            if (person == null || person.indexOf('\0') >= 0 || !employees.existsById(person)) {
                throw Refusal.invalid(
                        "mentions", "mentoring.log.unknownPerson", LogWords.storable(String.valueOf(person)));
            }
            if (!rights.may(person, mentorship, MentoringAction.READ_LOG)) {
                throw Refusal.invalid(
                        "mentions",
                        "mentoring.log.mayNotBeMentioned",
                        employees.get(person).name());
            }
        }
        return mentioned;
    }

    private void check(Wish wish, String authorId, Mentorship mentorship) {
        rights.check(authorId, mentorship, MentoringAction.GIVE_TODO);
        String owner = wish.ownerId();
        if (owner == null || owner.isBlank()) {
            throw Refusal.invalid("todo.ownerId", "form.required", "todo.ownerId");
        }
        if (owner.indexOf('\0') >= 0 || !rights.may(owner, mentorship, MentoringAction.GIVE_TODO)) {
            throw Refusal.invalid("todo.ownerId", "mentoring.log.toDo.foreignOwner", LogWords.storable(owner));
        }
        LocalDate dueOn = wish.dueOn();
        if (dueOn == null) {
            throw Refusal.invalid("todo.dueOn", "form.required", "todo.dueOn");
        }
        if (dueOn.isBefore(time.today())) {
            throw Refusal.invalid("todo.dueOn", "mentoring.log.toDo.duePassed", dueOn.toString());
        }
        if (dueOn.isAfter(time.today().plusYears(FARTHEST_YEARS))) {
            throw Refusal.invalid("todo.dueOn", "mentoring.log.toDo.dueTooFar", FARTHEST_YEARS);
        }
    }

    private void mention(String mentorshipId, long entryId, String authorId, String personId) {
        jdbc.sql("insert into log_mention (entry_id, person_id) values (:entry, :person)")
                .param("entry", entryId)
                .param("person", personId)
                .update();
        if (!personId.equals(authorId)) {
            notices.tellAtOnce(
                    personId,
                    "log/" + entryId + "/mention",
                    "mentoring.log.mentioned",
                    linkTo(mentorshipId, entryId),
                    employees.get(authorId).name());
        }
    }

    /** Where an entry stands on our pages, however old it is. */
    public static String linkTo(String mentorshipId, long entryId) {
        return "/mentorships/"
                + UriUtils.encodePathSegment(mentorshipId, StandardCharsets.UTF_8)
                + "/log?entry=" + entryId + "#entry-" + entryId;
    }
}
