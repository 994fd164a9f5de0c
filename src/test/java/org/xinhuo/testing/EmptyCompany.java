package org.xinhuo.testing;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.transaction.support.TransactionTemplate;

/** Empties every table between tests but what the start of the application brings: models, grants, filters. */
public class EmptyCompany implements BeforeEachCallback, AfterAllCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        empty(SpringExtension.getApplicationContext(test));
    }

    /** The next application of the run begins in the present. */
    @Override
    public void afterAll(ExtensionContext tests) {
        ClockUtil.reset();
    }

    /** For tests that are no tests of JUnit's, such as properties. */
    public static void empty(ApplicationContext context) {
        ClockUtil.reset();
        // The REST interface asks for the engine by name; among several contexts of one run that must be this one's.
        ProcessEngines.registerProcessEngine(context.getBean(ProcessEngine.class));
        context.getBean(ProcessEngine.class).getIdentityService().clearAuthentication();
        JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
        context.getBean(TransactionTemplate.class).executeWithoutResult(transaction -> {
            if (jdbc.queryForObject("select to_regproc('empty_company')", String.class) == null) {
                jdbc.execute(emptyCompany(jdbc));
            }
            jdbc.execute("select empty_company()");
        });
    }

    /** A function, as the database then plans its hundred and more statements once, and not for each of the tests. */
    private static String emptyCompany(JdbcTemplate jdbc) {
        // Not "truncate": a lone leftover lock of a failed test would stop all that follow.
        String deletes = jdbc
                .queryForList(
                        "select tablename from pg_tables where schemaname = 'public'"
                                + " and tablename not like 'act\\_re\\_%' and tablename not like 'act\\_ge\\_%'"
                                + " and tablename not like 'act\\_id\\_%'"
                                + " and tablename not in ('act_ru_authorization', 'act_ru_filter', 'act_ru_jobdef',"
                                + " 'act_ru_job', 'act_ru_event_subscr', 'flyway_schema_history')",
                        String.class)
                .stream()
                .map(table -> "delete from " + table + ";")
                .collect(Collectors.joining("\n"));
        return """
                create function empty_company() returns void language plpgsql
                set session_replication_role = replica as $$
                begin
                delete from act_ru_job where process_instance_id_ is not null;
                delete from act_ru_event_subscr where proc_inst_id_ is not null;
                %s
                end $$""".formatted(deletes);
    }
}
