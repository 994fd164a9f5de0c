package org.xinhuo.incentive.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/**
 * How long a lecturer waits for topics in a company of two thousand lecturers: the shares and ratings of 180 days. Prints
 * a table, and leaves it in target/bench. {@code mvn -P bench test -Dtest=TopicsBenchTest}.
 */
@Tag("bench")
@XinhuoTest
class TopicsBenchTest {

    private static final Logger LOG = LoggerFactory.getLogger(TopicsBenchTest.class);

    private static final int LOOKS = 15;

    @Autowired
    TestCompany company;

    @Autowired
    SuggestTopics suggestTopics;

    @Test
    void topicsAreThereWithinASecondAtTheSizeOfTheCompany() throws Exception {
        List<String> table = new ArrayList<>();
        table.add("| shares | ratings | median of " + LOOKS + " looks | slowest |");
        table.add("|---|---|---|---|");
        company.employee("wang").lecturer("wang", "default");
        company.write("insert into employee (id, name, department, job, hired_on, locale, time_zone, region)"
                + " select 'x' || n, 'x', 'Sales', 'Consultant', date '2021-01-01', 'zh-CN', 'Asia/Shanghai', 'CN'"
                + " from generate_series(1, 20000) n");
        company.write("insert into lecturer (employee_id, lecturer_group, since, topics) select 'x' || n, 'default',"
                + " date '2024-01-01', '主题' || n % 300 from generate_series(1, 2000) n");
        long median = 0;
        for (int shares : new int[] {4_000, 24_000}) {
            company.write("delete from rating");
            company.write("delete from share");
            company.write(
                    "insert into share (id, lecturer_id, title, starts_at, minutes, state, content_state)"
                            + " select 'x' || n, 'x' || (n % 2000 + 1), '第' || n || '讲：主题' || n % 300,"
                            + " now() - n % 179 * interval '1 day', 45, 'HELD', 'SUBMITTED'"
                            + " from generate_series(1, ?) n",
                    shares);
            company.write(
                    "insert into rating (share_id, learner_id, score, rated_at) select 'x' || s,"
                            + " 'x' || (s % 19000 + n * 30), 5 + n % 5, now()"
                            + " from generate_series(1, ?) s, generate_series(1, 25) n",
                    shares);
            company.write("insert into share_rating_sum (share_id, total, ratings)"
                    + " select share_id, sum(score), count(*) from rating group by share_id");
            company.write("analyze");
            suggestTopics.to("wang");
            long[] nanos = new long[LOOKS];
            for (int look = 0; look < LOOKS; look++) {
                long start = System.nanoTime();
                assertThat(suggestTopics.to("x" + (look + 1)).suggestions()).hasSize(SuggestTopics.MOST);
                nanos[look] = System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            median = nanos[LOOKS / 2];
            table.add(String.format(
                    Locale.ROOT,
                    "| %,d | %,d | %.0f ms | %.0f ms |",
                    shares,
                    shares * 25,
                    median / 1e6,
                    nanos[LOOKS - 1] / 1e6));
        }
        String printed = String.join("\n", table);
        LOG.info("\n{}", printed);
        Files.writeString(Files.createDirectories(Path.of("target", "bench")).resolve("topics.md"), printed + "\n");

        assertThat(median / 1e6).as("median, milliseconds").isLessThan(1000);
    }
}
