package org.xinhuo.incentive.process.rota;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.incentive.rota.ChangeRota;
import org.xinhuo.incentive.rota.PlanRota;
import org.xinhuo.testing.EmptyCompany;
import org.xinhuo.testing.SqlCount;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/**
 * What a morning's planning costs where all lecturers of a company are one group: fifty turns a working day, four weeks
 * ahead. Prints a table, and leaves it in target/bench. {@code mvn -P bench test -Dtest=RotaBenchTest}.
 */
@Tag("bench")
@XinhuoTest
class RotaBenchTest {

    private static final Logger LOG = LoggerFactory.getLogger(RotaBenchTest.class);

    @Autowired
    ApplicationContext context;

    @Autowired
    TestCompany company;

    @Autowired
    ChangeRota change;

    @Autowired
    PlanRota plan;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SqlCount sql;

    private final List<String> table = new ArrayList<>();

    @Test
    void twoHundredAndTwoThousand() throws Exception {
        table.add("| lecturers | shares | transactions | statements each | the longest | all |");
        table.add("|---|---|---|---|---|---|");
        measure(60);
        table.subList(2, table.size()).clear();
        measure(200);
        measure(2_000);
        String printed = String.join("\n", table);
        LOG.info("\n{}", printed);
        Files.writeString(Files.createDirectories(Path.of("target", "bench")).resolve("rota.md"), printed + "\n");
    }

    private void measure(int lecturers) throws Exception {
        EmptyCompany.empty(context);
        // A Monday, 10:00 in Shanghai.
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-02T02:00:00Z")));
        company.employee("han").role("han", "hr").employee("mei");
        company.write("insert into employee (id, name, department, job, hired_on, locale, time_zone, region)"
                + " select 'l' || n, 'L' || n, 'Sales', 'Consultant', date '2021-01-01', 'zh-CN', 'Asia/Shanghai', 'CN'"
                + " from generate_series(1, " + lecturers + ") n");
        company.write(
                "insert into lecturer (employee_id, lecturer_group, since) select id, 'default', date '2021-01-01'"
                        + " from employee where id like 'l%'");
        change.write(
                "default",
                new ChangeRota.Typed(
                        true, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", null, "14:00", 45, null, "CN", null, "mei", 28, 50),
                "han");
        int transactions = 0;
        long statements = 0;
        long longest = 0;
        long all = 0;
        boolean[] complete = {false};
        while (!complete[0]) {
            long began = System.nanoTime();
            statements += sql.of(() -> complete[0] = plan.planOrTell("default"));
            long took = System.nanoTime() - began;
            transactions++;
            longest = Math.max(longest, took);
            all += took;
        }
        int shares = jdbc.sql("select count(*) from share").query(Integer.class).single();
        assertThat(shares).isGreaterThan(900);
        table.add(String.format(
                Locale.ROOT,
                "| %d | %d | %d | %d | %.1f s | %.1f s |",
                lecturers,
                shares,
                transactions,
                statements / transactions,
                longest / 1e9,
                all / 1e9));
    }
}
