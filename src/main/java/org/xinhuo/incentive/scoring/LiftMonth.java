package org.xinhuo.incentive.scoring;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.Decisions;
import org.xinhuo.incentive.scoring.Lift.Event;
import org.xinhuo.incentive.scoring.Lift.Part;
import org.xinhuo.incentive.scoring.Lift.Path;
import org.xinhuo.incentive.scoring.Lift.Step;

/**
 * Says what lifts a month next, by scoring and grading the month with the event in it: never by a formula of its own. The
 * number of statements does not depend on how many events are weighed.
 */
@Component
@Transactional(readOnly = true)
public class LiftMonth {

    /** From the worst to the best. What only a table knows is nobody's aim. */
    private static final List<String> GRADES = List.of("fail", "pass", "good", "excellent");

    private static final int BEST = 10;

    /** Means that are worth a line each. */
    private static final int[] MEANS = {BEST, BEST - 1};

    /** How many raters a further share is thought to have, in the single step. */
    private static final int FURTHER_RATERS = 5;

    /** Beyond these nobody plans for a month. */
    private static final int MOST_SHARES = 4;

    private static final int MOST_REUSES = 10;
    private static final int MOST_RATINGS = 30;

    private final MonthScores scores;
    private final Decisions decisions;
    private final JdbcClient jdbc;
    private final CompanyTime time;

    LiftMonth(MonthScores scores, Decisions decisions, JdbcClient jdbc, CompanyTime time) {
        this.scores = scores;
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * What can still happen.
     *
     * @param shares that can still be planned and held
     * @param reports shares that have begun and were not reported; {@code reportsOnTime} those whose content was in time
     * @param contents planned shares whose content can still come in time
     * @param reuses at most this many more
     * @param outstanding people who attended and can still rate
     * @param ratings at most this many more, with those of further shares
     */
    record Room(int shares, int reports, int reportsOnTime, int contents, int reuses, int outstanding, int ratings) {

        boolean nothing() {
            return shares == 0 && reports == 0 && contents == 0 && reuses == 0 && ratings == 0;
        }
    }

    private record Candidate(
            Event event, int count, @Nullable Integer mean, Figures after, Figures instead) {}

    private record Combination(int shares, int reports, int reuses, int ratings, Figures after) {

        int events() {
            return shares + reports + reuses + ratings;
        }
    }

    public Lift of(LecturerMonth month) {
        if (month.confirmed()) {
            return new Lift("confirmed", List.of(), null);
        }
        boolean over = month.period().isBefore(time.thisMonth());
        Room room = room(month, over);
        ScoringRules rules = new ScoringRules(decisions::preview);
        return room.nothing()
                ? new Lift(over ? "over" : "open", List.of(), null)
                : lift(over ? "over" : "open", month, room, rules);
    }

    private Lift lift(String state, LecturerMonth month, Room room, ScoringRules rules) {
        List<Candidate> candidates = candidates(month, room);
        List<Combination> combinations = combinations(month, room);
        List<Figures> asked = new ArrayList<>();
        candidates.forEach(one -> {
            asked.add(one.after());
            asked.add(one.instead());
        });
        combinations.forEach(one -> asked.add(one.after()));
        List<BigDecimal> answers = scores.whatIf(month.targets(), month.weights(), asked);
        List<Step> steps = new ArrayList<>();
        for (int index = 0; index < candidates.size(); index++) {
            Candidate one = candidates.get(index);
            BigDecimal after = answers.get(2 * index);
            BigDecimal gain = after.subtract(answers.get(2 * index + 1));
            if (gain.signum() > 0) {
                steps.add(
                        new Step(one.event(), one.count(), one.mean(), gain, after, grade(rules, after, one.after())));
            }
        }
        steps.sort(Comparator.comparing(Step::gain).reversed());
        return new Lift(
                state, steps, path(month, rules, combinations, answers.subList(2 * candidates.size(), answers.size())));
    }

    private static List<Candidate> candidates(LecturerMonth month, Room room) {
        Figures now = month.figures();
        List<Candidate> candidates = new ArrayList<>();
        if (room.shares() > 0) {
            candidates.add(new Candidate(Event.SHARE, 1, null, more(now, 1, 1, 0, 0, 0), now));
        }
        if (room.reports() > 0) {
            candidates.add(
                    new Candidate(Event.REPORT, 1, null, more(now, 1, room.reportsOnTime() > 0 ? 1 : 0, 0, 0, 0), now));
        }
        if (room.contents() > 0) {
            candidates.add(new Candidate(Event.CONTENT, 1, null, more(now, 1, 1, 0, 0, 0), more(now, 1, 0, 0, 0, 0)));
        }
        if (room.reuses() > 0) {
            candidates.add(new Candidate(Event.REUSE, 1, null, more(now, 0, 0, 0, 0, 1), now));
        }
        int raters = room.outstanding() > 0 ? room.outstanding() : Math.min(FURTHER_RATERS, room.ratings());
        for (int mean : MEANS) {
            if (raters > 0) {
                candidates.add(
                        new Candidate(Event.RATINGS, raters, mean, more(now, 0, 0, raters, mean * raters, 0), now));
            }
        }
        return candidates;
    }

    /** Every mixture of further shares, reports, reuses and best ratings that is within reach. */
    private static List<Combination> combinations(LecturerMonth month, Room room) {
        Figures now = month.figures();
        List<Combination> all = new ArrayList<>();
        for (int shares = 0; shares <= room.shares(); shares++) {
            for (int reports = 0; reports <= room.reports(); reports++) {
                for (int reuses = 0; reuses <= room.reuses(); reuses++) {
                    // Beyond those who can still rate, only a further share brings raters.
                    int most = shares > 0 ? room.ratings() : room.outstanding();
                    for (int ratings = 0; ratings <= most; ratings++) {
                        int onTime = shares + Math.min(reports, room.reportsOnTime());
                        all.add(new Combination(
                                shares,
                                reports,
                                reuses,
                                ratings,
                                more(now, shares + reports, onTime, ratings, BEST * ratings, reuses)));
                    }
                }
            }
        }
        all.remove(0);
        return all;
    }

    /** The fewest events; of as few, those that the score gains most from. */
    private static @Nullable Path path(
            LecturerMonth month, ScoringRules rules, List<Combination> combinations, List<BigDecimal> answers) {
        int known = GRADES.indexOf(month.gradeName());
        List<Integer> order = new ArrayList<>();
        for (int index = 0; index < combinations.size(); index++) {
            order.add(index);
        }
        order.sort(
                Comparator.comparing((Integer index) -> combinations.get(index).events())
                        .thenComparing(Comparator.comparing((Integer index) -> answers.get(index))
                                .reversed()));
        for (int index : order) {
            Combination one = combinations.get(index);
            String grade = grade(rules, answers.get(index), one.after());
            if (GRADES.indexOf(grade) > known) {
                return new Path(grade, answers.get(index), parts(one));
            }
        }
        return null;
    }

    private static List<Part> parts(Combination of) {
        List<Part> parts = new ArrayList<>();
        add(parts, Event.SHARE, of.shares(), null);
        add(parts, Event.REPORT, of.reports(), null);
        add(parts, Event.REUSE, of.reuses(), null);
        add(parts, Event.RATINGS, of.ratings(), BEST);
        return parts;
    }

    private static void add(List<Part> parts, Event event, int count, @Nullable Integer mean) {
        if (count > 0) {
            parts.add(new Part(event, count, mean));
        }
    }

    private static String grade(ScoringRules rules, BigDecimal score, Figures figures) {
        return rules.grade(score, Means.mean(figures.ratingSum(), figures.ratings()), figures.held())
                .name();
    }

    private static Figures more(Figures now, int held, int onTime, int ratings, int ratingSum, int reuses) {
        return new Figures(
                now.held() + held,
                now.onTime() + onTime,
                now.ratings() + ratings,
                now.ratingSum() + ratingSum,
                now.reuses() + reuses);
    }

    /** Reuses above the target lift nothing; neither do more shares than anybody can hold in time before the end. */
    private Room room(LecturerMonth month, boolean over) {
        YearMonth period = month.period();
        return jdbc.sql("""
                        select count(*) filter (where state = 'PLANNED' and starts_at <= :now) as begun,
                               count(*) filter (where state = 'PLANNED' and starts_at <= :now
                                                and content_state = 'SUBMITTED') as begun_on_time,
                               count(*) filter (where state = 'PLANNED' and content_state = 'AWAITED'
                                                and starts_at - interval '24 hours' > :now) as contents,
                               coalesce(sum((select count(*) from share_attendance a
                                    where a.share_id = s.id and s.rating_opened_at is not null
                                      and s.rating_closed_at is null and s.rating_closes_at > :now
                                      and not exists (select 1 from rating r where r.share_id = a.share_id
                                                      and r.learner_id = a.employee_id))), 0) as outstanding
                        from share s
                        where lecturer_id = :lecturer and starts_at >= :from and starts_at < :until
                        """)
                .param("now", Timestamp.from(time.now()))
                .param("lecturer", month.lecturerId())
                .param("from", Timestamp.from(time.startOf(period.atDay(1))))
                .param("until", Timestamp.from(time.startOf(period.plusMonths(1).atDay(1))))
                .query((row, number) -> {
                    int outstanding = Math.min(MOST_RATINGS, row.getInt("outstanding"));
                    boolean roomForShares = !over
                            && time.today()
                                    .plusDays(1)
                                    .isBefore(period.plusMonths(1).atDay(1));
                    int shares = roomForShares
                            ? Math.min(MOST_SHARES, Math.max(2, month.targets().shares() - month.held()))
                            : 0;
                    return new Room(
                            shares,
                            Math.min(2, row.getInt("begun")),
                            row.getInt("begun_on_time"),
                            row.getInt("contents"),
                            over
                                    ? 0
                                    : Math.max(
                                            0,
                                            Math.min(
                                                    MOST_REUSES, month.targets().reuse() - month.reuses())),
                            outstanding,
                            shares > 0 ? MOST_RATINGS : outstanding);
                })
                .single();
    }
}
