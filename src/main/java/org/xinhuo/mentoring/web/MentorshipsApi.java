package org.xinhuo.mentoring.web;

import java.math.BigDecimal;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.MentorshipFigures;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.Substitutions;
import org.xinhuo.mentoring.absence.Pauses;
import org.xinhuo.mentoring.log.LogConsent;
import org.xinhuo.people.Competencies;
import org.xinhuo.people.Employees;

@RestController
class MentorshipsApi {

    private final Mentorships mentorships;
    private final Substitutions substitutions;
    private final Employees employees;
    private final Competencies competencies;
    private final ObjectProvider<MentorshipFigures> figures;
    private final MentoringReaders readers;
    private final LogConsent consent;
    private final Pauses pauses;
    private final MenteeLevels menteeLevels;
    private final MenteeMetrics menteeMetrics;

    MentorshipsApi(
            Mentorships mentorships,
            Substitutions substitutions,
            Employees employees,
            Competencies competencies,
            ObjectProvider<MentorshipFigures> figures,
            MentoringReaders readers,
            LogConsent consent,
            Pauses pauses,
            MenteeLevels menteeLevels,
            MenteeMetrics menteeMetrics) {
        this.consent = consent;
        this.menteeLevels = menteeLevels;
        this.menteeMetrics = menteeMetrics;
        this.pauses = pauses;
        this.mentorships = mentorships;
        this.substitutions = substitutions;
        this.employees = employees;
        this.competencies = competencies;
        this.figures = figures;
        this.readers = readers;
    }

    record Level(String competency, BigDecimal level, BigDecimal required) {}

    /**
     * A mentorship with everything that is known about it now.
     *
     * @param competencies null for who may not see them
     * @param metrics the mentee's work metrics of the latest month; null for who may not see them
     */
    record MentorshipDetails(
            String id,
            String state,
            String menteeId,
            @Nullable String mentorId,
            @Nullable List<Level> competencies,
            @Nullable List<MenteeMetrics.Metric> metrics,
            MentorshipFigures.@Nullable Plan plan,
            @Nullable BigDecimal executionRate,
            MentorshipFigures.@Nullable Input input,
            MentorshipFigures.@Nullable Output output,
            @Nullable Paused paused) {}

    /** Since when it stands still, and its last day. */
    record Paused(Instant since, LocalDate until) {}

    /** A mentorship in a list. */
    record MentorshipLine(
            String id,
            String state,
            String menteeId,
            @Nullable String mentorId) {

        static MentorshipLine of(Mentorship mentorship) {
            return new MentorshipLine(
                    mentorship.id(), mentorship.state().code(), mentorship.menteeId(), mentorship.mentorId());
        }
    }

    @GetMapping("/api/mentorships/{id}")
    @Transactional
    public MentorshipDetails details(@PathVariable String id, Principal reader) {
        Mentorship mentorship = mentorships.get(id);
        readers.checkMentorship(reader.getName(), mentorship);
        MentorshipFigures known = figures.getIfAvailable();
        return new MentorshipDetails(
                id,
                mentorship.state().code(),
                mentorship.menteeId(),
                mentorship.mentorId(),
                levels(mentorship, reader.getName()),
                menteeMetrics.of(mentorship, reader.getName()),
                known == null ? null : known.plan(id),
                known == null ? null : known.executionRate(id),
                known == null ? null : known.input(id),
                known == null ? null : known.output(id, consent.visibleFrom(mentorship, reader.getName())),
                pauses.present(id)
                        .map(pause -> new Paused(pause.pausedAt(), pause.lastDay()))
                        .orElse(null));
    }

    /** The reader's own mentorships, or those of a mentee; the newest first. */
    @GetMapping("/api/mentorships")
    @Transactional(readOnly = true)
    public List<MentorshipLine> list(@RequestParam(required = false) @Nullable String menteeId, Principal reader) {
        String readerId = reader.getName();
        if (menteeId == null) {
            return Stream.of(
                            mentorships.findByMenteeIdOrderByStartedAtDescIdDesc(readerId),
                            mentorships.findByMentorIdOrderByStartedAtDescIdDesc(readerId),
                            mentorships.findByIdIn(substitutions.standsInFor(readerId)))
                    .flatMap(List::stream)
                    .map(MentorshipLine::of)
                    .toList();
        }
        if (!employees.existsById(menteeId)) {
            throw Refusal.notFound("people.unknownEmployee", menteeId);
        }
        boolean all = readers.readsAll(readerId);
        return mentorships.findByMenteeIdOrderByStartedAtDescIdDesc(menteeId).stream()
                .filter(mentorship -> all || mentorship.isOfThePair(readerId))
                .map(MentorshipLine::of)
                .toList();
    }

    private @Nullable List<Level> levels(Mentorship mentorship, String readerId) {
        Map<String, BigDecimal> levels = menteeLevels.of(mentorship, readerId);
        if (levels == null) {
            return null;
        }
        return competencies.modelOf(employees.get(mentorship.menteeId()).job()).stream()
                .map(asked -> new Level(
                        asked.competency(),
                        levels.getOrDefault(asked.competency(), BigDecimal.ZERO),
                        asked.requiredLevel()))
                .toList();
    }
}
