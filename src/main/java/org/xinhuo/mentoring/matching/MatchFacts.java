package org.xinhuo.mentoring.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.engine.Outcome.DecisionRef;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Expertise;

/** What matching many mentees needs, read at one moment; scores them with these weights or those. */
public final class MatchFacts {

    private static final double MILLION = 1_000_000;

    /** Far above the error of double arithmetic here (about 1e-9 millionths), far below a millionth. */
    private static final double TOO_CLOSE = 1e-5;

    private final List<Employee> mentees;
    private final List<List<Need>> needs;
    private final List<Candidate> mentors;
    private final Map<String, Map<String, Integer>> graduated;
    private final BigDecimal meanMark;
    private final Function<Employee, Weights> deployed;
    private final Decisions.Preview eligibility;
    private final LocalDate today;
    private final Map<String, Integer> positions = new HashMap<>();
    private final boolean[] eligibleForMost;
    private @Nullable DecisionRef eligibilityVersion;

    MatchFacts(
            List<Employee> mentees,
            List<List<Need>> needs,
            MentorPool.Pool pool,
            Map<String, Map<String, Integer>> graduated,
            Function<Employee, Weights> deployed,
            Decisions.Preview eligibility,
            LocalDate today) {
        this.mentees = mentees;
        this.needs = needs;
        this.mentors = pool.candidates().stream().sorted(Match.TIES).toList();
        this.meanMark = pool.meanMark();
        this.graduated = graduated;
        this.deployed = deployed;
        this.eligibility = inputs -> {
            Outcome outcome = eligibility.decide(inputs);
            eligibilityVersion = outcome.decision();
            return outcome;
        };
        this.today = today;
        this.eligibleForMost = new boolean[mentors.size()];
        Map<Map<String, Object>, Eligibility.Verdict> known = new HashMap<>();
        for (int mentor = 0; mentor < eligibleForMost.length; mentor++) {
            positions.put(mentors.get(mentor).mentorId(), mentor);
            eligibleForMost[mentor] = Eligibility.of(
                            mentors.get(mentor),
                            false,
                            false,
                            today,
                            inputs -> known.computeIfAbsent(inputs, asked -> Eligibility.ask(this.eligibility, asked)))
                    .eligible();
        }
    }

    /** Scores with the weights that the table gives each mentee. */
    public ScoreTable scores() {
        return scores(deployed);
    }

    /** Scores with the same weights for everybody. */
    public ScoreTable scores(TrialWeights weights) {
        Weights same = weights.weights();
        return scores(mentee -> same);
    }

    /** By mentee: how many times his free places a mentor may be shown, by the deployed table. */
    double[] exposureFactors() {
        return mentees.stream()
                .mapToDouble(mentee -> deployed.apply(mentee).exposureFactor().doubleValue())
                .toArray();
    }

    private ScoreTable scores(Function<Employee, Weights> weights) {
        Map<String, List<Candidate>> byJob = new HashMap<>();
        double[] ratings = mentors.stream()
                .mapToDouble(mentor -> MatchFormula.rating(meanMark, mentor.marks(), mentor.markSum())
                        .doubleValue())
                .toArray();
        int[][] scores = new int[mentees.size()][];
        for (int mentee = 0; mentee < scores.length; mentee++) {
            String job = mentees.get(mentee).job();
            scores[mentee] = row(
                    mentee,
                    weights.apply(mentees.get(mentee)),
                    byJob.computeIfAbsent(job, this::candidatesFor),
                    ratings);
        }
        return new ScoreTable(
                mentees.stream().map(Employee::id).toList(),
                mentors.stream()
                        .map(mentor -> new ScoreTable.Place(mentor.mentorId(), mentor.capacity(), mentor.load()))
                        .toList(),
                scores);
    }

    private List<Candidate> candidatesFor(String job) {
        Map<String, Integer> ofTheJob = graduated.getOrDefault(job, Map.of());
        return mentors.stream()
                .map(mentor -> mentor.withGraduated(ofTheJob.getOrDefault(mentor.mentorId(), 0)))
                .toList();
    }

    /**
     * Two million exact scores take half a minute, the same in double arithmetic a tenth of a second. A score that lies
     * so near to the border between two millionths that the arithmetic could decide is computed again exactly.
     */
    private int[] row(int menteeIndex, Weights weights, List<Candidate> candidates, double[] ratings) {
        Employee mentee = mentees.get(menteeIndex);
        List<Need> own = needs.get(menteeIndex);
        double all = weights.sum().doubleValue();
        double expertiseWeight = weights.expertise().doubleValue();
        double experienceWeight = weights.experience().doubleValue();
        double styleWeight = weights.style().doubleValue();
        double ratingWeight = weights.rating().doubleValue();
        double[] shares =
                own.stream().mapToDouble(need -> need.share().doubleValue()).toArray();
        double[] required = own.stream()
                .mapToDouble(need -> Math.max(1, need.required().doubleValue()))
                .toArray();
        int[] row = new int[candidates.size()];
        for (int mentor = 0; mentor < row.length; mentor++) {
            if (!isEligible(mentee, mentor)) {
                row[mentor] = ScoreTable.NOT_ELIGIBLE;
                continue;
            }
            Candidate candidate = candidates.get(mentor);
            double expertise = 0;
            double years = 0;
            for (int need = 0; need < shares.length; need++) {
                Expertise skill = candidate.skills().get(own.get(need).competency());
                if (skill != null) {
                    expertise += shares[need] * Math.min(1, skill.level().doubleValue() / required[need]);
                    years += shares[need] * skill.years().doubleValue();
                }
            }
            double mentored = candidate.graduated();
            double experience = 0.5 * Math.min(1, years / 5) + 0.5 * mentored / (mentored + 2);
            double style = MatchFormula.style(mentee.preferredStyle(), candidate.style())
                    .doubleValue();
            double millionths = all == 0
                    ? 0
                    : MILLION
                            * (expertiseWeight * Math.min(1, expertise)
                                    + experienceWeight * experience
                                    + styleWeight * style
                                    + ratingWeight * ratings[mentor])
                            / all;
            double down = Math.floor(millionths);
            row[mentor] = Math.abs(millionths - down - 0.5) < TOO_CLOSE
                    ? exact(menteeIndex, weights, candidate)
                            .score()
                            .movePointRight(MatchFormula.DECIMALS)
                            .intValueExact()
                    : (int) Math.floor(millionths + 0.5);
        }
        return row;
    }

    /** Only being the mentor oneself and reporting to him differ from mentee to mentee. */
    private boolean isEligible(Employee mentee, int mentor) {
        String mentorId = mentors.get(mentor).mentorId();
        boolean samePerson = mentorId.equals(mentee.id());
        boolean directManager = mentorId.equals(mentee.managerId());
        return samePerson || directManager
                ? Eligibility.of(
                                mentors.get(mentor),
                                samePerson,
                                directManager,
                                today,
                                inputs -> Eligibility.ask(eligibility, inputs))
                        .eligible()
                : eligibleForMost[mentor];
    }

    private Match exact(int mentee, Weights weights, Candidate candidate) {
        Factors factors =
                MatchFormula.factors(needs.get(mentee), mentees.get(mentee).preferredStyle(), meanMark, candidate);
        return new Match(candidate, factors, MatchFormula.score(weights, factors));
    }

    /** The same match with every figure, for those that are shown. */
    Match match(int mentee, int mentor) {
        Map<String, Integer> ofTheJob =
                graduated.getOrDefault(mentees.get(mentee).job(), Map.of());
        Candidate candidate = mentors.get(mentor);
        return exact(
                mentee, weightsOf(mentee), candidate.withGraduated(ofTheJob.getOrDefault(candidate.mentorId(), 0)));
    }

    Weights weightsOf(int mentee) {
        return deployed.apply(mentees.get(mentee));
    }

    List<Need> needsOf(int mentee) {
        return needs.get(mentee);
    }

    Employee mentee(int mentee) {
        return mentees.get(mentee);
    }

    /** The table's version, or null where there is no mentor to ask about. */
    @Nullable
    DecisionRef eligibilityVersion() {
        return eligibilityVersion;
    }

    /** A count by mentor id as a count by mentor. */
    int[] byMentor(Map<String, Integer> counts) {
        int[] byMentor = new int[mentors.size()];
        counts.forEach((id, count) -> {
            Integer position = positions.get(id);
            if (position != null) {
                byMentor[position] = count;
            }
        });
        return byMentor;
    }

    /** Who of the mentors could be shown to anybody. */
    public List<String> eligibleMentors() {
        List<String> eligible = new ArrayList<>();
        for (int mentor = 0; mentor < eligibleForMost.length; mentor++) {
            if (eligibleForMost[mentor]) {
                eligible.add(mentors.get(mentor).mentorId());
            }
        }
        return eligible;
    }
}
