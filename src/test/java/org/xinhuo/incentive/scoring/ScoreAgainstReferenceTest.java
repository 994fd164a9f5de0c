package org.xinhuo.incentive.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.engine.Outcome;
import org.xinhuo.incentive.scoring.MonthScores.Scope;
import org.xinhuo.incentive.scoring.ReferenceMonth.Lecturer;
import org.xinhuo.incentive.scoring.ReferenceMonth.Result;
import org.xinhuo.incentive.scoring.ReferenceMonth.Rules;
import org.xinhuo.incentive.scoring.ReferenceMonth.Share;
import org.xinhuo.testing.EmptyCompany;
import org.xinhuo.testing.XinhuoTest;

/** The statement over the whole company, the same for one alone, and the formulas written down plainly: one result. */
class ScoreAgainstReferenceTest {

    static final YearMonth JUNE = YearMonth.of(2026, 6);

    static final Map<String, Rules> RULES = Map.of(
            "default", new Rules(new Targets(2, 30, 3, 5, 1), weights("0.2", "0.4", "0.3", "0.1")),
            "sales", new Rules(new Targets(3, 20, 7, 3, 1), weights("0", "0.5", "0.3", "0.2")),
            "odd", new Rules(new Targets(0, 45, 0, 2, 1), weights("1", "3.333333", "0", "2.7")));

    static ApplicationContext context;

    @XinhuoTest
    static class Company {}

    @BeforeContainer
    static void start() {
        context = new TestContextManager(Company.class).getTestContext().getApplicationContext();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void aRandomMonthScoresAndRanksAsTheFormulasSay(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int lecturers, @ForAll boolean alike) {
        EmptyCompany.empty(context);
        Random random = new Random(seed);
        List<Lecturer> people = people(random, lecturers);
        List<Share> shares = shares(random, people, alike);
        write(people, shares);
        MonthScores scores = context.getBean(MonthScores.class);
        Map<String, Result> expected = ReferenceMonth.of(JUNE, people, shares, RULES);
        List<LecturerMonth> all = scores.of(JUNE, rules(), Scope.EVERYBODY);
        assertThat(all.stream().collect(Collectors.toMap(LecturerMonth::lecturerId, ScoreAgainstReferenceTest::result)))
                .isEqualTo(expected);
        for (LecturerMonth month : all) {
            assertThat(scores.of(JUNE, rules(), Scope.one(month.lecturerId()))).containsExactly(month);
            assertThat(month.components().shares()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
        }
    }

    @Property(tries = 40)
    void whatWouldBeIsWhatTheFormulasSay(
            @ForAll long seed, @ForAll @Size(min = 1, max = 1) List<@IntRange(min = 1, max = 200) Integer> many) {
        Random random = new Random(seed);
        List<Figures> figures = new ArrayList<>();
        for (int index = 0; index < many.get(0); index++) {
            int held = random.nextInt(6);
            int ratings = random.nextInt(500);
            figures.add(new Figures(
                    held,
                    held == 0 ? 0 : random.nextInt(held + 1),
                    ratings,
                    ratings == 0 ? 0 : ratings + random.nextInt(9 * ratings + 1),
                    random.nextInt(9)));
        }
        for (Rules by : RULES.values()) {
            List<BigDecimal> scores = context.getBean(MonthScores.class).whatIf(by.targets(), by.weights(), figures);
            assertThat(scores)
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactlyElementsOf(figures.stream()
                            .map(one -> ReferenceMonth.score(one, by.targets(), by.weights()))
                            .toList());
            assertThat(scores).allSatisfy(score -> assertThat(score).isBetween(BigDecimal.ZERO, new BigDecimal(100)));
        }
    }

    private static Result result(LecturerMonth month) {
        return new Result(
                month.held(),
                month.onTime(),
                month.ratings(),
                month.ratingSum(),
                month.raters(),
                month.reuses(),
                month.score().setScale(2),
                month.ranks().rating(),
                month.ranks().reuse(),
                month.ranks().department());
    }

    /** Ids that a language-aware order would put differently than their characters do. */
    private static List<Lecturer> people(Random random, int many) {
        List<Lecturer> people = new ArrayList<>();
        for (int index = 0; index < many; index++) {
            people.add(new Lecturer(
                    List.of("a", "B", "_", "中").get(random.nextInt(4)) + index,
                    List.of("Sales", "IT").get(random.nextInt(2)),
                    List.of("default", "sales", "odd").get(random.nextInt(3)),
                    LocalDate.of(2026, 5 + random.nextInt(3), 1 + random.nextInt(28))));
        }
        return people;
    }

    /** Where marks are alike, means and numbers tie often. */
    private static List<Share> shares(Random random, List<Lecturer> people, boolean alike) {
        List<Share> shares = new ArrayList<>();
        for (Lecturer lecturer : people) {
            int many = random.nextInt(5);
            for (int number = 0; number < many; number++) {
                boolean held = random.nextInt(4) > 0;
                Map<String, Integer> ratings = new TreeMap<>();
                for (int rater = 0; held && rater < 7; rater++) {
                    if (random.nextInt(alike ? 2 : 3) > 0) {
                        ratings.put("r" + rater, alike ? 8 : 1 + random.nextInt(10));
                    }
                }
                shares.add(new Share(
                        lecturer.id() + "-" + number,
                        lecturer.id(),
                        Instant.parse("2026-05-31T00:00:00Z").plusSeconds(random.nextInt(32 * 86_400)),
                        held
                                ? "HELD"
                                : List.of("PLANNED", "NOT_HELD", "CANCELLED").get(random.nextInt(3)),
                        List.of("AWAITED", "SUBMITTED", "LATE", "MISSED").get(random.nextInt(4)),
                        held ? 15 + random.nextInt(45) : null,
                        alike ? random.nextInt(2) : random.nextInt(3),
                        Stream.generate(() ->
                                        Instant.parse("2026-05-28T00:00:00Z").plusSeconds(random.nextInt(38 * 86_400)))
                                .limit(random.nextInt(4))
                                .toList(),
                        ratings));
            }
        }
        return shares;
    }

    private static void write(List<Lecturer> people, List<Share> shares) {
        JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
        context.getBean(TransactionTemplate.class).executeWithoutResult(open -> {
            List<Object[]> employees = new ArrayList<>();
            people.forEach(one -> employees.add(new Object[] {one.id(), one.department()}));
            for (int rater = 0; rater < 7; rater++) {
                employees.add(new Object[] {"r" + rater, "Audience"});
            }
            jdbc.batchUpdate(
                    "insert into employee (id, name, department, job, hired_on, locale, time_zone, region)"
                            + " values (?, 'N', ?, 'J', date '2021-01-01', 'zh-CN', 'Asia/Shanghai', 'CN')",
                    employees);
            jdbc.batchUpdate(
                    "insert into lecturer (employee_id, lecturer_group, since) values (?, ?, ?)",
                    people.stream()
                            .map(one -> new Object[] {one.id(), one.group(), one.since()})
                            .toList());
            jdbc.batchUpdate(
                    "insert into share (id, lecturer_id, title, starts_at, minutes, state, content_state,"
                            + " reported_minutes, imported_reuse) values (?, ?, 'T', ?, 45, ?, ?, ?, ?)",
                    shares.stream()
                            .map(one -> new Object[] {
                                one.id(),
                                one.lecturer(),
                                Timestamp.from(one.startsAt()),
                                one.state(),
                                one.content(),
                                one.minutes(),
                                one.broughtOver()
                            })
                            .toList());
            List<Object[]> reuses = new ArrayList<>();
            for (Share share : shares) {
                for (Instant at : share.reused()) {
                    reuses.add(new Object[] {"file" + reuses.size(), "r0", share.id(), Timestamp.from(at)});
                    // The lecturer's own downloads never count.
                    reuses.add(new Object[] {"file" + reuses.size(), share.lecturer(), share.id(), Timestamp.from(at)});
                }
            }
            jdbc.batchUpdate(
                    "insert into share_reuse (resource_id, employee_id, share_id, kind, reused_at)"
                            + " values (?, ?, ?, 'DOWNLOADED', ?)",
                    reuses);
            jdbc.batchUpdate(
                    "insert into rating (share_id, learner_id, score, rated_at) values (?, ?, ?, now())",
                    shares.stream()
                            .flatMap(share -> share.ratings().entrySet().stream()
                                    .map(mark -> new Object[] {share.id(), mark.getKey(), mark.getValue()}))
                            .toList());
        });
    }

    static ScoringRules rules() {
        return new ScoringRules(key -> inputs -> {
            Rules by = RULES.get(String.valueOf(inputs.get("group")));
            Map<String, Object> outputs = new LinkedHashMap<>();
            if (key.equals("share-targets")) {
                outputs.put("shares", by.targets().shares());
                outputs.put("minutes", by.targets().minutes());
                outputs.put("reuse", by.targets().reuse());
                outputs.put("raters", by.targets().raters());
            } else {
                outputs.put("shares", by.weights().shares());
                outputs.put("rating", by.weights().rating());
                outputs.put("reuse", by.weights().reuse());
                outputs.put("timeliness", by.weights().timeliness());
            }
            return new Outcome(new Outcome.DecisionRef(key, 1, key), List.of(new Outcome.Row(outputs)));
        });
    }

    private static Weights weights(String shares, String rating, String reuse, String timeliness) {
        return new Weights(
                new BigDecimal(shares), new BigDecimal(rating), new BigDecimal(reuse), new BigDecimal(timeliness), 1);
    }
}
