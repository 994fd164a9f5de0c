package org.xinhuo.mentoring.process.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.mentoring.cohort.CohortReport;
import org.xinhuo.mentoring.cohort.CompareWeights;
import org.xinhuo.mentoring.matching.TrialWeights;
import org.xinhuo.testing.SqlCount;

/**
 * What a cohort of three thousand costs with six hundred mentors. Prints a table, and leaves it in target/bench. Run it
 * with {@code mvn -P bench test}.
 */
@Tag("bench")
class CohortBenchTest extends CohortStory {

    private static final Logger LOG = LoggerFactory.getLogger(CohortBenchTest.class);
    private static final int MENTEES = 3000;
    private static final int MENTORS = 600;

    @Autowired
    SqlCount sql;

    @Autowired
    CompareWeights compareWeights;

    @Autowired
    JdbcClient client;

    private final List<String> table = new ArrayList<>();

    @Test
    void threeThousandMenteesAndSixHundredMentors() throws Exception {
        seed();
        List<String> mentees = client.sql("select id from employee where id like 'e-%' order by id")
                .query(String.class)
                .list();
        table.add("| step | seconds | statements |");
        table.add("|---|---|---|");
        TrialWeights trial = new TrialWeights(
                new BigDecimal("0.7"),
                new BigDecimal("0.1"),
                new BigDecimal("0.1"),
                new BigDecimal("0.1"),
                BigDecimal.valueOf(2));
        measure(
                "compare two sets of weights",
                () -> compareWeights.compare(new ArrayList<>(mentees), List.of(trial), "han"));
        String[] id = new String[1];
        measure("form (check 3,000 ids, store)", () -> id[0] = cohorts.form("Bench", new ArrayList<>(mentees), "han"));
        measure("make 3,000 shortlists", () -> execute("makeShortlists"));
        measure("start the first portion of 50", () -> execute("startMentorships"));
        measure("start the other 59 portions", () -> executeAll("startMentorships"));
        execute("choiceDue");
        measure("assign 3,000", () -> execute("assignMentors"));
        measure("tell the first portion of 50", () -> execute("tellMatchings"));
        measure("tell the other 59 portions", () -> executeAll("tellMatchings"));
        measure("report", () -> report(id[0]));

        CohortReport report = report(id[0]);
        table.add("");
        table.add("size " + report.size() + ", assigned " + report.assigned() + ", unmatched " + report.unmatched()
                + ", average rank " + report.averageRank() + ", blocking pairs "
                + report.blockingPairs().count() + ", mentors never shown "
                + report.mentorsNeverShown().count() + ", load " + report.load());
        String printed = String.join("\n", table);
        LOG.info("\n{}", printed);
        Files.createDirectories(Path.of("target/bench"));
        Files.writeString(Path.of("target/bench/cohort.md"), printed + "\n");
        assertThat(report.blockingPairs().count()).isZero();
    }

    /** Places for all but a tenth; ten jobs with five competencies each; levels and skills spread by fixed formulas. */
    private void seed() {
        company.write("insert into job_competency (job, competency, required_level, weight)"
                + " select 'J' || j, 'C' || ((j * 3 + c) % 20), 3 + (j + c) % 3, 1 + c * 0.3"
                + " from generate_series(0, 9) j, generate_series(0, 4) c");
        company.write("insert into employee (id, name, department, job, hired_on, locale, time_zone, region,"
                + " preferred_style) select 'e-' || i, 'E' || i, 'D' || i % 30, 'J' || i % 10, date '2021-01-01',"
                + " 'zh-CN', 'Asia/Shanghai', 'CN', (array['logical', 'supportive', null, 'directive'])[1 + i % 4]"
                + " from generate_series(1, " + MENTEES + ") i");
        company.write("insert into employee (id, name, department, job, hired_on, locale, time_zone, region)"
                + " select 'm-' || i, 'M' || i, 'D' || i % 30, 'Lead', date '2015-01-01' + i, 'zh-CN',"
                + " 'Asia/Shanghai', 'CN' from generate_series(1, " + MENTORS + ") i");
        company.write("insert into mentor (employee_id, capacity, style) select 'm-' || i, 3 + i % 4,"
                + " (array['logical', 'supportive', 'questioning', 'directive'])[1 + i % 4]"
                + " from generate_series(1, " + MENTORS + ") i");
        company.write("insert into mentor_expertise (employee_id, competency, level, years) select 'm-' || i, 'C' || c,"
                + " (i * 7 + c * 11) % 6, (i * 5 + c) % 12 from generate_series(1, " + MENTORS
                + ") i, generate_series(0, 19) c where (i + c) % 3 > 0");
        company.write("insert into assessment (employee_id, competency, level, assessed_on, source, recorded_at)"
                + " select 'e-' || i, 'C' || c, (i * 13 + c * 5) % 5, date '2026-01-01', 'import', now()"
                + " from generate_series(1, " + MENTEES + ") i, generate_series(0, 19) c where (i + c) % 4 > 0");
        company.write("insert into work_metric (employee_id, period, metric, value, target, better, competency)"
                + " select 'e-' || i, '2026-01', 'calls', i % 10, 9, 'higher', 'C' || i % 20"
                + " from generate_series(1, " + MENTEES + ") i");
        company.write("analyze");
    }

    private void execute(String activity) {
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .activityId(activity)
                        .singleResult()
                        .getId());
    }

    private void executeAll(String activity) {
        var query = engine.getManagementService().createJobQuery().activityId(activity);
        for (List<Job> jobs = query.list(); !jobs.isEmpty(); jobs = query.list()) {
            engine.getManagementService().executeJob(jobs.get(0).getId());
        }
    }

    private void measure(String step, SqlCount.Work work) throws Exception {
        long start = System.nanoTime();
        long statements = sql.of(work);
        table.add("| " + step + " | " + String.format(java.util.Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e9)
                + " | " + statements + " |");
    }
}
