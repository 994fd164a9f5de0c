package org.xinhuo.incentive.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** The decision lecturer-warning says which failed month opens a talk. */
@XinhuoTest
class LecturerWarningTest {

    static final YearMonth JUNE = YearMonth.of(2026, 6);

    @Autowired
    ProcessEngine engine;

    @Autowired
    EngineDriver driver;

    @Autowired
    TestCompany company;

    @Autowired
    WarnLecturers warnLecturers;

    @Autowired
    ImprovementTalks talks;

    @Autowired
    JdbcClient jdbc;

    final List<String> deployments = new ArrayList<>();

    @AfterEach
    void theTableOfTheProject() {
        deployments.forEach(id -> engine.getRepositoryService().deleteDeployment(id, true));
    }

    @BeforeEach
    void twoLecturers() {
        company.employee("han").role("han", "hr");
        company.employee("wang").lecturer("wang", "default").since("wang", LocalDate.of(2026, 1, 15));
        company.employee("idle").lecturer("idle", "default");
        company.heldShare("s1", "wang", Instant.parse("2026-05-10T06:00:00Z"), 10, 0)
                .share("s2", "wang", Instant.parse("2026-06-10T06:00:00Z"), "CANCELLED", "SUBMITTED", 10, 0);
        for (String month : List.of("2026-05", "2026-06")) {
            company.confirmedMonth("wang", month, "fail").confirmedMonth("idle", month, "fail");
        }
    }

    @Test
    void twoFailedMonthsWarnAndTheNoticeKeepsWhatWasAskedAndTheVersion() {
        assertThat(warnLecturers.warn(YearMonth.of(2026, 5), null)).hasSize(2);
        assertThat(warnLecturers.warn(JUNE, null)).isEmpty();
        // Wang: since January, with one share that was not cancelled.
        assertThat(jdbc.sql("select lecturer_id || ' ' || period || ' ' || failed_months || ' ' || shares_planned"
                                + " || ' ' || lecturer_months || ' ' || decision_key || ' ' || (decision_version >= 1)"
                                + " from improvement_notice order by lecturer_id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "idle 2026-06 2 0 30 lecturer-warning true", "wang 2026-06 2 1 6 lecturer-warning true");
    }

    @Test
    void theOwnerSparesThoseWithoutATurn() throws IOException {
        deploy(table().replaceFirst(Pattern.quote("<text />"), "<text>&gt; 0</text>"));
        warnLecturers.warn(JUNE, null);
        assertThat(warned()).containsExactly("wang");
    }

    @Test
    void threeInARowAreWithdrawnByTheVersionThatWarned() throws IOException {
        company.confirmedMonth("wang", "2026-04", "fail");
        deploy(table().replaceFirst(Pattern.quote("&gt;= 2"), "&gt;= 3"));
        List<String> notices = warnLecturers.warn(YearMonth.of(2026, 4), null);
        assertThat(warned()).containsExactly("wang");
        talks.open(notices.get(0), null);
        assertThat(driver.told("wang")).contains("incentive.improvementNeededLong");
        deploy(table());

        company.correctedMonth("wang", "2026-04", 1, "pass");
        assertThat(warnLecturers.withdraw(YearMonth.of(2026, 4), "c1", "miscounted"))
                .as("two in a row are left: enough for the table of today, not for the one that warned")
                .hasSize(1);
    }

    @Test
    void aCorrectionAsksOnlyForThoseWhoseResultItChanged() {
        company.correctedMonth("wang", "2026-06", 1, "fail");
        warnLecturers.warn(JUNE, "c1");
        assertThat(warned()).containsExactly("wang");
    }

    private List<String> warned() {
        return jdbc.sql("select lecturer_id from improvement_notice order by lecturer_id")
                .query(String.class)
                .list();
    }

    private static String table() throws IOException {
        return Files.readString(Path.of("dmn", "lecturer-warning.dmn"));
    }

    private void deploy(String table) {
        deployments.add(engine.getRepositoryService()
                .createDeployment()
                .addString("lecturer-warning.dmn", table)
                .deploy()
                .getId());
    }
}
