package org.xinhuo.mentoring.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.absence.Pauses;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.ReaderTimes;

/** What every page of one mentorship shows around its own contents: who with whom, where it stands, the tabs. */
@Component
class MentorshipFrame {

    private final Mentorships mentorships;
    private final Employees employees;
    private final MentoringReaders readers;
    private final ReaderTimes times;
    private final Pauses pauses;

    MentorshipFrame(
            Mentorships mentorships, Employees employees, MentoringReaders readers, ReaderTimes times, Pauses pauses) {
        this.pauses = pauses;
        this.mentorships = mentorships;
        this.employees = employees;
        this.readers = readers;
        this.times = times;
    }

    /**
     * The head of the page.
     *
     * @param mentor the mentor's name, or null while nobody is found
     * @param state a code of {@code home.mentorship.state.*}
     * @param paused whether it stands still now
     * @param asMentee whether the reader is the mentee
     * @param asMentor whether the reader is the mentor of now
     */
    record Head(
            String id,
            String mentee,
            @Nullable String mentor,
            String state,
            boolean open,
            boolean paused,
            boolean asMentee,
            boolean asMentor,
            String since,
            @Nullable String until) {}

    /** One tab; {@code current} is where the reader is. */
    record Tab(String code, String path, boolean current) {}

    /**
     * Puts {@code pair} (the head), {@code tabs}, {@code reader} (the id) and {@code time} (the reader's
     * {@link ReaderTime}) into the model.
     *
     * @throws Refusal where there is no such mentorship, or the reader may not read it
     */
    Mentorship show(String mentorshipId, MentorshipTab current, Principal principal, Locale locale, Model model) {
        String reader = principal.getName();
        Mentorship mentorship = mentorships.get(mentorshipId);
        readers.checkMentorship(reader, mentorship);
        ReaderTime time = times.of(reader, locale);
        model.addAttribute("reader", reader);
        model.addAttribute("time", time);
        model.addAttribute("pair", head(mentorship, reader, time));
        model.addAttribute(
                "tabs",
                Stream.of(MentorshipTab.values())
                        .map(tab -> new Tab(tab.code(), tab.path(mentorshipId), tab == current))
                        .toList());
        return mentorship;
    }

    private Head head(Mentorship mentorship, String reader, ReaderTime time) {
        String mentorId = mentorship.mentorId();
        Map<String, String> names = employees
                .findAllById(
                        mentorId == null ? List.of(mentorship.menteeId()) : List.of(mentorship.menteeId(), mentorId))
                .stream()
                .collect(Collectors.toMap(Employee::id, Employee::name));
        var endedAt = mentorship.endedAt();
        return new Head(
                mentorship.id(),
                names.getOrDefault(mentorship.menteeId(), mentorship.menteeId()),
                mentorId == null ? null : names.getOrDefault(mentorId, mentorId),
                mentorship.state().code(),
                mentorship.isOpen(),
                pauses.isPaused(mentorship.id()),
                mentorship.menteeId().equals(reader),
                reader.equals(mentorId),
                time.day(mentorship.startedAt().atZone(time.zone()).toLocalDate()),
                endedAt == null ? null : time.day(endedAt.atZone(time.zone()).toLocalDate()));
    }
}
