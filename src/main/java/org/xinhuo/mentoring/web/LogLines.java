package org.xinhuo.mentoring.web;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Texts;
import org.xinhuo.mentoring.log.Highlights;
import org.xinhuo.mentoring.log.LogEntry;
import org.xinhuo.mentoring.log.LogReaders;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** Entries of a coaching log as the page shows them to one reader. */
@Component
class LogLines {

    private final Employees employees;
    private final Texts texts;

    LogLines(Employees employees, Texts texts) {
        this.employees = employees;
        this.texts = texts;
    }

    /**
     * One entry in words.
     *
     * @param side {@code mine}, {@code theirs} or {@code product}
     * @param headline null for a plain message
     */
    record Line(
            long id,
            String side,
            @Nullable String author,
            @Nullable String headline,
            String at,
            String ago,
            List<Highlights.Fragment> fragments,
            List<String> competencies,
            List<String> mentioned,
            @Nullable ToDo toDo) {}

    /**
     * What is to be done.
     *
     * @param mine whether the reader is to do or to answer it now
     * @param withdrawable whether the reader may take it back or give it up
     */
    record ToDo(
            String id,
            String owner,
            String dueOn,
            String state,
            boolean open,
            boolean late,
            boolean mine,
            boolean withdrawable) {}

    /** Somebody who has read, in words. */
    record Reading(String reader, String as, @Nullable String reason, String at) {}

    /** @param speaksFor whose proposals the reader may take back, by the author of the entry */
    List<Line> of(List<LogEntry> entries, String reader, Predicate<String> speaksFor, ReaderTime time) {
        Set<String> people = new HashSet<>();
        for (LogEntry entry : entries) {
            if (entry.authorId() != null) {
                people.add(entry.authorId());
            }
            people.addAll(entry.mentions());
            if (entry.toDo() != null) {
                people.add(entry.toDo().ownerId());
            }
        }
        Map<String, String> names = names(people);
        return entries.stream()
                .map(entry -> line(entry, reader, speaksFor, names, time))
                .toList();
    }

    List<Reading> readings(List<LogReaders.Reading> readings, ReaderTime time) {
        Map<String, String> names =
                names(readings.stream().map(LogReaders.Reading::readerId).collect(Collectors.toSet()));
        return readings.stream()
                .map(reading -> new Reading(
                        names.getOrDefault(reading.readerId(), reading.readerId()),
                        reading.as(),
                        reading.reason(),
                        time.moment(reading.at())))
                .toList();
    }

    private Map<String, String> names(Collection<String> ids) {
        return employees.findAllById(ids).stream().collect(Collectors.toMap(Employee::id, Employee::name));
    }

    private Line line(
            LogEntry entry, String reader, Predicate<String> speaksFor, Map<String, String> names, ReaderTime time) {
        String author = entry.authorId();
        boolean plain = entry.headline().equals("mentoring.log.message");
        return new Line(
                entry.id(),
                author == null ? "product" : author.equals(reader) ? "mine" : "theirs",
                author == null ? null : names.getOrDefault(author, author),
                plain
                        ? null
                        : texts.stored(
                                time.locale(),
                                entry.headline(),
                                entry.arguments().toArray()),
                time.moment(entry.at()),
                time.relative(entry.at()),
                entry.fragments(),
                entry.competencies(),
                entry.mentions().stream().map(id -> names.getOrDefault(id, id)).toList(),
                toDo(entry, reader, speaksFor, names, time));
    }

    private static @Nullable ToDo toDo(
            LogEntry entry, String reader, Predicate<String> speaksFor, Map<String, String> names, ReaderTime time) {
        LogEntry.ToDoOfEntry toDo = entry.toDo();
        if (toDo == null) {
            return null;
        }
        boolean owner = toDo.ownerId().equals(reader);
        boolean proposed = toDo.state().equals("proposed");
        return new ToDo(
                toDo.id(),
                names.getOrDefault(toDo.ownerId(), toDo.ownerId()),
                time.day(toDo.dueOn()),
                toDo.state(),
                toDo.open(),
                toDo.open() && toDo.dueOn().isBefore(time.today()),
                toDo.open() && owner,
                toDo.open() && (proposed ? entry.authorId() != null && speaksFor.test(entry.authorId()) : owner));
    }
}
