package org.xinhuo.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.demo.process.DemoLecturing;
import org.xinhuo.demo.process.DemoMentorships;
import org.xinhuo.imports.ImportFile;
import org.xinhuo.imports.ImportReport;
import org.xinhuo.people.Groups;

/** Fills an empty company with the demo's people, once, through the import that every company uses. */
@Component
class LoadDemoCompany {

    private static final Logger LOG = LoggerFactory.getLogger(LoadDemoCompany.class);

    /** In the order in which they refer to each other. */
    private static final List<String> KINDS = List.of(
            "employees",
            "competency-models",
            "assessments",
            "mentors",
            "mentor-expertise",
            "lecturers",
            "work-metrics",
            "shares",
            "ratings");

    /** Named in the contract; the other roles follow the tables. */
    private static final Map<String, String> ROLES =
            Map.of("han", "hr", "qin", "process-owner", "shen", "auditor", "admin", "camunda-admin");

    /** A young engineer and a young member of operations. */
    private static final String COACHED = "gaoying";

    private static final String NEGOTIATING = "luofang";

    private final ImportFile importFile;
    private final Groups groups;
    private final JdbcClient jdbc;
    private final CompanyTime time;
    private final DemoMentorships mentorships;
    private final DemoLecturing lecturing;

    LoadDemoCompany(
            ImportFile importFile,
            Groups groups,
            JdbcClient jdbc,
            CompanyTime time,
            DemoMentorships mentorships,
            DemoLecturing lecturing) {
        this.importFile = importFile;
        this.groups = groups;
        this.jdbc = jdbc;
        this.time = time;
        this.mentorships = mentorships;
        this.lecturing = lecturing;
    }

    /**
     * Loads the company unless it was loaded before or somebody's own people are there. All of it is one transaction;
     * a second node that starts at the same time waits here and then finds it done.
     *
     * @return whether it was loaded now
     */
    @Transactional
    boolean once() {
        int marked = jdbc.sql("insert into demo_company (loaded_at) values (:now) on conflict do nothing")
                .param("now", Timestamp.from(time.now()))
                .update();
        if (marked == 0) {
            return false;
        }
        if (!groups.members("employee").isEmpty()) {
            LOG.info("There are people already, so the demo company stays out");
            return false;
        }
        DemoFile files = new DemoFile(time.thisMonth());
        for (String kind : KINDS) {
            load(kind, target -> files.write(kind, target));
        }
        RunningMonth running = new RunningMonth(time.today(), time.zone());
        if (running.hasShare()) {
            load("shares", running::shares);
            load("ratings", running::ratings);
        }
        ROLES.forEach((person, role) -> groups.giveRoles(person, Set.of(role)));
        // No month is reviewed: whoever tries the demo with files of an own company finds every month still open.
        mentorships.coached(COACHED);
        mentorships.negotiating(NEGOTIATING);
        lecturing.outlines("han");
        lecturing.planned("wang", "客户洞察：从提问开始", "销售部");
        LOG.info("Loaded the demo company; everybody's id is also the password");
        return true;
    }

    /** Writes a file. */
    private interface Writes {

        void to(Path target) throws IOException;
    }

    private void load(String kind, Writes writes) {
        try {
            Path file = Files.createTempFile("demo", ".csv");
            try {
                writes.to(file);
                ImportReport report = importFile.run(kind, file, false, Locale.ENGLISH);
                if (!report.clean()) {
                    throw new IllegalStateException("the demo's " + kind + " are not clean: "
                            + report.problems().get(0));
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
