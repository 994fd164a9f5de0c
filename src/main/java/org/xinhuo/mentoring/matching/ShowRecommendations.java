package org.xinhuo.mentoring.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.Pairings;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** The recommended mentors of a mentee: the open shortlist where there is one, else what it would be now. */
@Component
public class ShowRecommendations {

    private final Mentorships mentorships;
    private final Employees employees;
    private final MatchRounds rounds;
    private final Shortlists shortlists;
    private final Pairings pairings;
    private final Reasons reasons;

    ShowRecommendations(
            Mentorships mentorships,
            Employees employees,
            MatchRounds rounds,
            Shortlists shortlists,
            Pairings pairings,
            Reasons reasons) {
        this.mentorships = mentorships;
        this.employees = employees;
        this.rounds = rounds;
        this.shortlists = shortlists;
        this.pairings = pairings;
        this.reasons = reasons;
    }

    /**
     * @param readerId who reads them: the mentee is spoken to
     * @throws Refusal where there is no such person
     */
    @Transactional
    public List<Recommendation> of(String menteeId, String readerId) {
        boolean toTheMentee = menteeId.equals(readerId);
        Employee mentee = employees.get(menteeId);
        Optional<Mentorship> mentorship = mentorships.findByMenteeIdAndEndedAtIsNull(menteeId);
        Optional<Shortlist> open = mentorship
                .flatMap(own -> shortlists.openOf(own.id()))
                .filter(list -> !list.entries().isEmpty());
        if (open.isPresent()) {
            return open.get().entries().stream()
                    .map(entry -> new Recommendation(
                            entry.mentorId(),
                            entry.rank(),
                            plain(entry.score()),
                            plain(entry.factors()),
                            reasons.spoken(entry.reasons(), toTheMentee)))
                    .toList();
        }
        MatchRound round = rounds.preview(mentee);
        List<Match> best = round.best(
                RecommendMentors.SHOWN,
                shortlists.exposures(),
                mentorship.map(own -> pairings.earlierMentors(own.id())).orElse(Set.of()));
        List<Recommendation> recommendations = new ArrayList<>();
        for (Match match : best) {
            recommendations.add(new Recommendation(
                    match.candidate().mentorId(),
                    recommendations.size() + 1,
                    plain(match.score()),
                    plain(Shortlists.rounded(match.factors())),
                    reasons.spoken(reasons.of(round, match), toTheMentee)));
        }
        return recommendations;
    }

    private static Factors plain(Factors factors) {
        return new Factors(
                plain(factors.expertise()),
                plain(factors.experience()),
                plain(factors.style()),
                plain(factors.rating()));
    }

    /** 0.5 and not 0.500000. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
