package org.xinhuo.mentoring.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.testing.OldDatabase;

/**
 * What a search reads among a million entries. Not part of {@code mvn verify}; {@code mvn -P bench test} runs it. Prints a
 * table; asserts nothing on seconds, which are the machine's, but that no search scans the table.
 */
@Tag("bench")
class CoachingLogBenchTest {

    private static final int MENTORSHIPS = 2_000;
    private static final int ENTRIES = 1_000_000;
    private static final int TEXTS = 20_000;

    private static final String[] WHO = {"客户", "老客户", "新客户", "经销商", "门店", "同事", "项目组", "财务", "供应商", "主管"};
    private static final String[] WHAT = {"复购率", "报价方案", "合同条款", "交付进度", "产品培训", "售后问题", "季度目标", "需求访谈", "竞品分析", "数据看板"
    };
    private static final String[] HOW = {
        "上周提高了不少", "还没有达到预期", "需要再沟通一次", "已经整理成文档", "下周三之前给结果", "我们换个思路试试", "卡在审批这一步", "比上个月更清楚了"
    };
    private static final String[] THEN = {
        "你觉得先从哪里入手？", "先记下来，见面再聊。", "建议你列三个问题去问。", "请看 CRM 里的记录。", "这次 coaching 很有帮助。", "辛苦了，继续保持！", "可以参考去年的案例。", ""
    };

    private final OldDatabase database = new OldDatabase(new IndexEarlierEntries());
    private final JdbcTemplate sql = database.template();
    private final PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);

    @Test
    void noSearchScansAMillionEntries() {
        database.migrate("latest");
        load();
        out.printf(
                "%,d entries, %s with its indexes, %s of it the search index%n",
                ENTRIES, size("pg_total_relation_size('log_entry')"), size("pg_relation_size('log_entry_search')"));
        out.println("| search | found | buffers | ms | by |");
        out.println("|---|---|---|---|---|");
        String inOne = " and e.mentorship_id = :mentorship";
        List<String> plans = new ArrayList<>();
        plans.add(explain("复购 in one mentorship", "复购", inOne, true));
        plans.add(explain("a rare word (麒麟) in one mentorship", "麒麟", inOne, true));
        plans.add(explain("a frequent word (客户) in one mentorship", "客户", inOne, true));
        plans.add(explain("coaching in one mentorship", "coaching", inOne, true));
        plans.add(explain("客户复购率提高 in one mentorship", "客户复购率提高", inOne, true));
        plans.add(explain("率, one character, in one mentorship", "率", inOne, true));
        plans.add(explain("a rare word (麒麟) in all mentorships", "麒麟", "", false));
        assertThat(plans).allSatisfy(plan -> assertThat(plan).doesNotContain("Seq Scan on log_entry"));
    }

    private String size(String what) {
        return sql.queryForObject("select pg_size_pretty(" + what + ")", String.class);
    }

    private void load() {
        sql.update("insert into employee (id, name, department, job, hired_on, locale, time_zone, region)"
                + " select 'p' || n, '员工' || n, 'Sales', 'Consultant', date '2021-01-01', 'zh-CN', 'Asia/Shanghai', 'CN'"
                + " from generate_series(0, 1) n");
        sql.update(
                "insert into mentorship (id, mentee_id, mentor_id, state, started_at, ended_at, version)"
                        + " select 'm-' || n, 'p0', 'p1', 'STOPPED', now(), now(), 0 from generate_series(0, ?) n",
                MENTORSHIPS - 1);
        sql.execute("create table pool (n int primary key, text text, search tsvector)");
        Random random = new Random(42);
        List<Object[]> pool = new ArrayList<>();
        for (int n = 0; n < TEXTS; n++) {
            String text = pick(WHO, random) + "的" + pick(WHAT, random) + pick(HOW, random) + "，" + random.nextInt(900)
                    + " 个。" + pick(THEN, random) + (n == 7 ? "麒麟项目" : "");
            // The mentorship is put in below, where there is one.
            pool.add(new Object[] {n, text, LogWords.indexed("", text).replaceFirst("^'~' ", "")});
        }
        sql.batchUpdate("insert into pool values (?, ?, cast(? as tsvector))", pool);
        sql.execute("drop index log_entry_search");
        sql.update("insert into log_entry (mentorship_id, kind, author_id, at, happened_on, headline, arguments, text,"
                + " search) select 'm-' || (i % " + MENTORSHIPS + "), 'MESSAGE', 'p' || (i % 2),"
                + " timestamptz '2026-01-01' + i * interval '20 seconds', date '2026-01-01' + i / 4320,"
                + " 'mentoring.log.message', '[]', pool.text, ('''~m-' || (i % " + MENTORSHIPS
                + ") || '''')::tsvector || pool.search from generate_series(1, " + ENTRIES + ") i"
                + " join pool on pool.n = (i::bigint * 7919 / 13) % " + TEXTS);
        sql.execute(
                "set maintenance_work_mem = '512MB'; create index log_entry_search on log_entry using gin (search)");
        sql.execute("vacuum analyze log_entry");
    }

    private static String pick(String[] from, Random random) {
        return from[random.nextInt(from.length)];
    }

    private String explain(String what, String asked, String where, boolean inOne) {
        LogWords.Question question = LogWords.asked(asked);
        Map<String, Object> values = new HashMap<>();
        values.put("within", inOne ? LogWords.within("m-77", question) : question.match());
        values.put("match", question.match());
        values.put("exact", question.exact());
        values.put("mentorship", "m-77");
        values.put("limit", 31);
        String search = LogEntries.search(where, "");
        JdbcClient jdbc = database.jdbc();
        int found = jdbc.sql("select count(*) from log_entry e where e.search @@ cast(:within as tsquery)" + where)
                .params(values)
                .query(Integer.class)
                .single();
        String plan = String.join(
                "\n",
                jdbc.sql("explain (analyze, buffers) " + search)
                        .params(values)
                        .query(String.class)
                        .list());
        String indexes = Pattern.compile("Index Scan(?: Backward)? (?:using|on) (\\w+)")
                .matcher(plan)
                .results()
                .map(index -> index.group(1))
                .distinct()
                .collect(java.util.stream.Collectors.joining(" and "));
        out.printf(
                "| %s | %d | %s | %s | %s |%n",
                what,
                found,
                first(plan, "Buffers: ([^\\n]+)"),
                first(plan, "Execution Time: ([\\d.]+) ms"),
                indexes.isEmpty() ? plan : indexes);
        return plan;
    }

    private static String first(String plan, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(plan);
        return found.find() ? found.group(1) : "?";
    }
}
