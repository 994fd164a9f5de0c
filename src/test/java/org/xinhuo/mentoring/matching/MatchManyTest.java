package org.xinhuo.mentoring.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.people.Employees;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** Many at once must be the same as one after the other. */
@XinhuoTest
class MatchManyTest {

    private static final int MENTEES = 40;
    private static final int MENTORS = 14;
    private static final String[] STYLES = {"questioning", "demonstrating", "logical"};

    @Autowired
    TestCompany company;

    @Autowired
    Employees employees;

    @Autowired
    MatchMany matchMany;

    @Autowired
    MatchRounds rounds;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theTableHoldsTheScoresAndOrdersOfEachMentee() {
        List<String> ids = company();
        transaction.executeWithoutResult(open -> {
            MatchFacts facts = matchMany.read(ids);
            ScoreTable table = facts.scores();
            assertThat(table.mentees()).hasSize(MENTEES);
            for (int mentee = 0; mentee < MENTEES; mentee++) {
                MatchRound round = rounds.preview(employees.get(table.mentees().get(mentee)));
                List<Match> alone = round.best(MENTORS, java.util.Map.of(), java.util.Set.of());
                assertThat(java.util.Arrays.stream(table.order(mentee))
                                .mapToObj(mentor -> table.mentors().get(mentor).mentorId()))
                        .containsExactlyElementsOf(alone.stream()
                                .map(match -> match.candidate().mentorId())
                                .toList());
                int row = mentee;
                assertThat(java.util.Arrays.stream(table.order(mentee))
                                .map(mentor -> table.score(row, mentor))
                                .boxed())
                        .containsExactlyElementsOf(alone.stream()
                                .map(match -> match.score().movePointRight(6).intValueExact())
                                .toList());
                assertThat(facts.match(mentee, table.order(mentee)[0])).isEqualTo(alone.get(0));
            }
        });
    }

    /** Random, but the same each time; one mentor is a mentee, one manages two, two have no place. */
    private List<String> company() {
        Random random = new Random(20_261_121);
        company.jobAsksFor("Consultant", "Analysis", "4", "1.5")
                .jobAsksFor("Consultant", "Interviews", "3", "1")
                .jobAsksFor("Consultant", "Writing", "0.5", "0.7")
                .jobAsksFor("Seller", "Interviews", "5", "2");
        for (int mentor = 0; mentor < MENTORS; mentor++) {
            String id = "m" + mentor;
            company.employee(id, "Sales", "Consultant", null, LocalDate.of(2021, 1, 1))
                    .mentor(id, mentor % 7 == 0 ? 0 : 1 + random.nextInt(3), STYLES[random.nextInt(3)]);
            for (String competency : List.of("Analysis", "Interviews", "Writing")) {
                if (random.nextBoolean()) {
                    company.expertise(id, competency, random.nextInt(6) + "", random.nextInt(9) + ".5");
                }
            }
        }
        List<String> ids = new ArrayList<>(List.of("m3"));
        for (int mentee = 1; mentee < MENTEES; mentee++) {
            String id = "e" + mentee;
            ids.add(id);
            company.employee(
                    id,
                    "Sales",
                    List.of("Consultant", "Seller", "Driver").get(random.nextInt(3)),
                    mentee < 3 ? "m1" : null,
                    LocalDate.of(mentee % 2 == 0 ? 2021 : 2026, 6, 1));
            if (random.nextBoolean()) {
                company.prefers(id, STYLES[random.nextInt(3)]);
            }
            if (random.nextBoolean()) {
                company.assessed(id, "Analysis", random.nextInt(5) + "", LocalDate.of(2026, 1, 1))
                        .assessed(id, "Analysis", random.nextInt(5) + ".25", LocalDate.of(2026, 2, 1));
            }
            if (random.nextInt(3) == 0) {
                company.metric(id, "2026-01", "calls", "1", "9", "higher", "Interviews")
                        .metric(id, "2026-02", "calls", "7", "9", "higher", "Interviews");
            }
        }
        return ids;
    }
}
