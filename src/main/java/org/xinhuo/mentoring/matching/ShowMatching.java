package org.xinhuo.mentoring.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.Pairings;
import org.xinhuo.mentoring.matching.Shortlist.Entry;
import org.xinhuo.mentoring.matching.Shortlist.State;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** What the forms of matching show beside their fields, in the reader's language. */
@Component
@Transactional
public class ShowMatching {

    /** As many as a select list can be read; the best come first, and any other id is taken too. */
    private static final int CANDIDATES = 50;

    /** Of those whom the table refuses, the ones who would fit best. */
    private static final int NOT_ELIGIBLE = 20;

    private final Mentorships mentorships;
    private final Employees employees;
    private final MatchRounds rounds;
    private final Shortlists shortlists;
    private final Pairings pairings;
    private final Reasons reasons;
    private final ExpectEligible eligible;
    private final Texts texts;

    ShowMatching(
            Mentorships mentorships,
            Employees employees,
            MatchRounds rounds,
            Shortlists shortlists,
            Pairings pairings,
            Reasons reasons,
            ExpectEligible eligible,
            Texts texts) {
        this.mentorships = mentorships;
        this.employees = employees;
        this.rounds = rounds;
        this.shortlists = shortlists;
        this.pairings = pairings;
        this.reasons = reasons;
        this.eligible = eligible;
        this.texts = texts;
    }

    /** {@code recommendations}, each with its points and reasons, {@code choices} for the answer, {@code hadMentor}. */
    public Map<String, Object> forTheMentee(String mentorshipId) {
        Shortlist shortlist = open(mentorshipId);
        Map<String, Employee> people = people(shortlist);
        List<Map<String, Object>> recommendations = new ArrayList<>();
        List<Map<String, Object>> choices = new ArrayList<>();
        for (Entry entry : shortlist.entries()) {
            Employee mentor = Objects.requireNonNull(people.get(entry.mentorId()));
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("mentor", entry.rank() + ". " + named(mentor));
            line.put("department", mentor.department());
            line.put("score", percent(entry.score()));
            line.put("expertise", points(entry, 0));
            line.put("experience", points(entry, 1));
            line.put("style", points(entry, 2));
            line.put("rating", points(entry, 3));
            line.put("reasons", reasons.spoken(entry.reasons(), true));
            recommendations.add(line);
            choices.add(Map.of("value", entry.mentorId(), "label", entry.rank() + ". " + named(mentor)));
        }
        choices.add(Map.of("value", ChooseMentor.AUTO, "label", texts.text("matching.auto")));
        boolean hadMentor = !pairings.earlierMentors(mentorshipId).isEmpty();
        return Map.of("recommendations", recommendations, "choices", choices, "hadMentor", hadMentor);
    }

    /** {@code mentee}, {@code department}, {@code job} and {@code gaps}, the largest need first. */
    public Map<String, Object> forTheMentor(String mentorshipId) {
        Employee mentee = mentee(mentorshipId);
        Map<String, Object> values = new LinkedHashMap<>(about(mentee));
        values.put(
                "gaps",
                rounds.needsOf(mentee).stream()
                        .filter(need -> need.need().signum() > 0)
                        .sorted(Comparator.comparing(Need::share).reversed().thenComparing(Need::competency))
                        .map(need -> Map.of(
                                "competency", need.competency(),
                                "required", need.required().stripTrailingZeros().toPlainString(),
                                "level", need.level().stripTrailingZeros().toPlainString(),
                                "share", percent(need.share())))
                        .toList());
        return values;
    }

    /**
     * The mentee, {@code why} nobody is left, who was {@code asked}, the {@code candidates} to choose from, and who is
     * {@code notEligible} and why.
     */
    public Map<String, Object> forHr(String mentorshipId) {
        Shortlist shortlist = open(mentorshipId);
        Map<String, Employee> people = people(shortlist);
        Employee mentee = mentee(mentorshipId);
        Map<String, Object> values = new LinkedHashMap<>(about(mentee));
        values.put(
                "why", texts.text(shortlist.entries().isEmpty() ? "matching.why.nobody" : "matching.why.allDeclined"));
        values.put(
                "asked",
                shortlist.entries().stream()
                        .map(entry -> Map.of(
                                "mentor", named(Objects.requireNonNull(people.get(entry.mentorId()))),
                                "answer",
                                        texts.text("matching.state."
                                                + entry.state().name().toLowerCase(Locale.ROOT)),
                                "reason", entry.answer() == null ? "" : entry.answer()))
                        .toList());
        MatchRound round = rounds.preview(mentee);
        values.put(
                "notEligible",
                round.ineligible(NOT_ELIGIBLE).entrySet().stream()
                        .map(left -> Map.of(
                                "mentor",
                                left.getKey().candidate().name() + " ("
                                        + left.getKey().candidate().mentorId() + ")",
                                "reason",
                                eligible.spoken(left.getValue())))
                        .toList());
        values.put("candidates", candidates(mentorshipId, shortlist, round));
        return values;
    }

    /**
     * The best first; then who was asked in this round and did not take the mentee; last, and marked, from whom the
     * mentee has parted: HR may still bring the two together, but not by picking the first line.
     */
    private List<Map<String, Object>> candidates(String mentorshipId, Shortlist shortlist, MatchRound round) {
        Set<String> parted = pairings.earlierMentors(mentorshipId);
        Map<String, State> refused = shortlist.entries().stream()
                .filter(entry -> entry.state() == State.DECLINED || entry.state() == State.SILENT)
                .collect(Collectors.toMap(Entry::mentorId, Entry::state));
        return round.best(CANDIDATES + parted.size() + refused.size(), Map.of(), Set.of()).stream()
                .sorted(Comparator.comparing((Match match) ->
                                parted.contains(match.candidate().mentorId()))
                        .thenComparing(
                                match -> refused.containsKey(match.candidate().mentorId())))
                .limit(CANDIDATES)
                .map(match -> candidate(match, parted, refused))
                .toList();
    }

    private Map<String, Object> candidate(Match match, Set<String> parted, Map<String, State> refused) {
        Candidate mentor = match.candidate();
        String label = texts.text(
                "matching.candidate", mentor.name(), mentor.mentorId(), percent(match.score()), mentor.freeCapacity());
        State answer = refused.get(mentor.mentorId());
        if (parted.contains(mentor.mentorId())) {
            label = texts.text("matching.candidate.parted", label);
        } else if (answer != null) {
            label = texts.text(
                    "matching.candidate.refused",
                    label,
                    texts.text("matching.state." + answer.name().toLowerCase(Locale.ROOT)));
        }
        return Map.of("value", mentor.mentorId(), "label", label);
    }

    private static Map<String, Object> about(Employee mentee) {
        return Map.of("mentee", named(mentee), "department", mentee.department(), "job", mentee.job());
    }

    private static String named(Employee person) {
        return person.name() + " (" + person.id() + ")";
    }

    private static String points(Entry entry, int factor) {
        List<String> arguments = entry.reasons().get(factor).arguments();
        return arguments.get(0) + "/" + arguments.get(1);
    }

    private static String percent(BigDecimal fraction) {
        return fraction.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    private Map<String, Employee> people(Shortlist shortlist) {
        return employees
                .findAllById(shortlist.entries().stream().map(Entry::mentorId).toList())
                .stream()
                .collect(Collectors.toMap(Employee::id, Function.identity()));
    }

    private Employee mentee(String mentorshipId) {
        return employees.get(mentorships.get(mentorshipId).menteeId());
    }

    private Shortlist open(String mentorshipId) {
        return shortlists
                .openOf(mentorshipId)
                .orElseThrow(() -> Refusal.conflict("matching.noShortlist", mentorshipId));
    }
}
