package org.xinhuo.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinhuo.imports.ImportTesting.EMPLOYEES;
import static org.xinhuo.imports.ImportTesting.lines;
import static org.xinhuo.imports.ImportTesting.person;
import static org.xinhuo.imports.ImportTesting.places;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

@XinhuoTest
class ImportPeopleTest {

    @Autowired
    ImportFile importFile;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestCompany company;

    @Test
    void employeesAreStoredWithDefaultsWhereCellsAreEmpty() {
        ImportReport report = employees("mei,梅雪,mei@example.org,销售部,客户经理,zhao,2024-02-29,,,,questioning,visual\n"
                + "zhao,赵刚,,销售部,销售总监,,2015-07-01,en,Europe/Zurich,EU,,\n");

        assertThat(report).isEqualTo(new ImportReport("employees", 2, 2, 0, List.of(), null, List.of()));
        Map<String, Object> mei =
                jdbc.sql("select * from employee where id = 'mei'").query().singleRow();
        assertThat(mei)
                .containsEntry("name", "梅雪")
                .containsEntry("email", "mei@example.org")
                .containsEntry("manager_id", "zhao")
                .containsEntry("hired_on", java.sql.Date.valueOf("2024-02-29"))
                .containsEntry("locale", "zh-CN")
                .containsEntry("time_zone", "Asia/Shanghai")
                .containsEntry("region", "CN")
                .containsEntry("preferred_style", "questioning")
                .containsEntry("learner_type", "visual");
        assertThat(jdbc.sql("select locale || time_zone || region from employee where id = 'zhao'")
                        .query(String.class)
                        .single())
                .isEqualTo("enEurope/ZurichEU");
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        String file = person("zhao", "") + person("mei", "zhao");
        employees(file);
        employees(file);

        assertThat(jdbc.sql("select count(*) from employee where version = 0")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aKnownKeyIsUpdatedAndWhoIsMissingStays() {
        employees(person("zhao", "") + person("mei", "zhao"));
        employees("mei,梅小雪,,市场部,客户经理,,2021-03-01,,,,,\n");

        assertThat(jdbc.sql("select id || ' ' || name || ' ' || department || ' ' || version from employee order by id")
                        .query(String.class)
                        .list())
                .containsExactly("mei 梅小雪 市场部 1", "zhao 员工zhao 销售部 0");
    }

    /** A file of everybody also names who has left: no fault, but nobody should believe that it brings them back. */
    @Test
    void aRowOfSomebodyWhoHasLeftIsTakenAndRemarkedOn() {
        employees(person("zhao", "") + person("mei", "zhao"));
        company.write("update employee set left_on = date '2021-06-01' where id = 'mei'");
        ImportReport report = employees(person("zhao", "") + "mei,梅小雪,,市场部,客户经理,,2021-03-01,,,,,\n");

        assertThat(report.problems()).isEmpty();
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.row()).isEqualTo(3);
            assertThat(remark.column()).isEqualTo("id");
            assertThat(remark.value()).isEqualTo("mei");
            assertThat(remark.reason()).contains("left on 2021-06-01").contains("brings nobody back");
        });
        assertThat(jdbc.sql("select name || left_on from employee where id = 'mei'")
                        .query(String.class)
                        .single())
                .isEqualTo("梅小雪2021-06-01");
    }

    @Test
    void filesThatOverlapAndArriveTogetherAreAllStored() {
        String forward = "";
        String backward = "";
        for (int i = 0; i < 300; i++) {
            forward += person("p" + i, "");
            backward = person("p" + i, "") + backward;
        }
        List<String> files = List.of(forward, backward, forward, backward);

        assertThat(files.parallelStream().map(this::employees).toList()).allMatch(ImportReport::clean);
        assertThat(count("employee")).isEqualTo(300);
    }

    @Test
    void oneBadRowKeepsAllOut() {
        ImportReport report = employees(person("a", "") + person("b", "nobody"));

        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.problems())
                .containsExactly(new RowProblem(
                        3,
                        "managerId",
                        "nobody",
                        "The manager \"nobody\" is neither in the company nor in this file."));
        assertThat(count("employee")).isZero();
    }

    @Test
    void aDryRunChecksEverythingAndStoresNothing() {
        byte[] good = (EMPLOYEES + person("a", "")).getBytes(StandardCharsets.UTF_8);
        byte[] bad = (EMPLOYEES + person("a", "b")).getBytes(StandardCharsets.UTF_8);

        assertThat(ImportTesting.run(importFile, "employees", good, true).clean())
                .isTrue();
        assertThat(places(ImportTesting.run(importFile, "employees", bad, true)))
                .containsExactly("2:managerId");
        assertThat(count("employee")).isZero();
    }

    @Test
    void everyBadCellOfEveryBadRowIsNamed() {
        ImportReport report = employees("a b,,no-mail,销售部,客户经理,,2026-02-30,xx-,Mars/Base,?,gentle,\n"
                + person("good", "")
                + "c,Name,,,,,,,,,,\n");

        assertThat(places(report))
                .containsExactly(
                        "2:id",
                        "2:name",
                        "2:email",
                        "2:hiredOn",
                        "2:locale",
                        "2:timeZone",
                        "2:region",
                        "2:preferredStyle",
                        "4:department",
                        "4:job",
                        "4:hiredOn");
        assertThat(report.rejected()).isEqualTo(2);
        assertThat(report.problems().get(3))
                .isEqualTo(new RowProblem(
                        2,
                        "hiredOn",
                        "2026-02-30",
                        "\"2026-02-30\" is not a day of the calendar, such as 2026-03-31."));
    }

    @Test
    void rowsWithTheSameKeyNameEachOther() {
        ImportReport report = employees(person("a", "") + person("b", "") + person("a", "") + person("a", ""));

        assertThat(report.problems())
                .extracting(RowProblem::row, RowProblem::column, RowProblem::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, "id", "\"a\" stands in row 4 as well."),
                        org.assertj.core.groups.Tuple.tuple(4L, "id", "\"a\" stands in row 2 as well."),
                        org.assertj.core.groups.Tuple.tuple(5L, "id", "\"a\" stands in row 2 as well."));
    }

    @Test
    void managersInACircleAreAllNamed() {
        ImportReport report = employees(
                person("a", "b") + person("b", "c") + person("c", "a") + person("d", "a") + person("self", "self"));

        assertThat(report.problems())
                .extracting(problem -> problem.row() + " " + problem.reason())
                .containsExactly(
                        "2 The managers run in a circle: a → b → c → a.",
                        "3 The managers run in a circle: b → c → a → b.",
                        "4 The managers run in a circle: c → a → b → c.",
                        "6 The managers run in a circle: self → self.");
    }

    @Test
    void aCircleThatClosesOverStoredPeopleIsFound() {
        employees(person("a", "") + person("b", "a") + person("c", "b"));

        assertThat(employees(person("a", "c")).problems())
                .extracting(RowProblem::reason)
                .containsExactly("The managers run in a circle: a → c → b → a.");
    }

    @Test
    void aLongLineOfManagersIsNoCircle() {
        StringBuilder line = new StringBuilder(person("p0", ""));
        for (int i = 1; i < 1000; i++) {
            line.append(person("p" + i, "p" + (i - 1)));
        }

        assertThat(employees(line.toString()).problems()).isEmpty();
    }

    @Test
    void competencyModelsWeighOneWhereNothingIsSaid() {
        assertThat(run("competency-models", "job,competency,requiredLevel,weight", "客户经理,谈判,4,", "客户经理,演示,3.5,2.25")
                        .clean())
                .isTrue();
        assertThat(run("competency-models", "job,competency,requiredLevel", "数据分析师,统计,5")
                        .clean())
                .isTrue();
        assertThat(jdbc.sql(
                                "select competency || ' ' || required_level || ' ' || weight from job_competency order by 1")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("演示 3.5 2.25", "统计 5 1", "谈判 4 1");
    }

    @Test
    void levelsAndWeightsKeepTheirBounds() {
        assertThat(places(run(
                        "competency-models",
                        "job,competency,requiredLevel,weight",
                        "J,a,7,1",
                        "J,b,-1,1",
                        "J,c,3,0",
                        "J,d,3,-2",
                        "J,e,drei,1",
                        "J,f,\"1,5\",1",
                        "J,g,1.2345678,1",
                        "J,h,1e1,1")))
                .containsExactly(
                        "2:requiredLevel",
                        "3:requiredLevel",
                        "4:weight",
                        "5:weight",
                        "6:requiredLevel",
                        "7:requiredLevel",
                        "8:requiredLevel",
                        "9:requiredLevel");
    }

    @Test
    void assessmentsAreHistoryAndTheSameDayIsCorrected() {
        company.employee("mei");
        run("assessments", "employeeId,competency,level,assessedOn", "mei,谈判,2,2026-01-01", "mei,谈判,3,2026-06-01");
        run("assessments", "employeeId,competency,level,assessedOn", "mei,谈判,2.5,2026-06-01");

        assertThat(jdbc.sql("select level from assessment order by assessed_on")
                        .query(String.class)
                        .list())
                .containsExactly("2", "2.5");
    }

    @Test
    void everyKindRefusesPeopleWhoAreUnknown() {
        assertThat(places(run("assessments", "employeeId,competency,level,assessedOn", "x,a,1,2026-01-01")))
                .containsExactly("2:employeeId");
        assertThat(places(run("mentors", "employeeId,capacity,style,introduction", "x,1,logical,")))
                .containsExactly("2:employeeId");
        assertThat(places(run("mentor-expertise", "employeeId,competency,level,years", "x,a,1,1")))
                .containsExactly("2:employeeId");
        assertThat(places(run("lecturers", "employeeId,group,since,topics", "x,default,2026-01-01,")))
                .containsExactly("2:employeeId");
        assertThat(places(run(
                        "work-metrics",
                        "employeeId,metric,period,value,target,better,competency",
                        "x,m,2026-01,1,1,higher,")))
                .containsExactly("2:employeeId");
    }

    @Test
    void mentorsAndTheirExpertiseAreStored() {
        company.employee("wang");
        assertThat(run("mentors", "employeeId,capacity,style,introduction", "wang,3,Logical,\"先问\n再答\"")
                        .clean())
                .isTrue();
        assertThat(run("mentor-expertise", "employeeId,competency,level,years", "wang,谈判,4.5,7.5")
                        .clean())
                .isTrue();
        assertThat(places(run(
                        "mentors", "employeeId,capacity,style,introduction", "wang,-1,logical,", "wang,2.5,bossy,")))
                .containsExactly("2:capacity", "2:employeeId", "3:capacity", "3:style", "3:employeeId");

        assertThat(jdbc.sql("select capacity || style || introduction from mentor")
                        .query(String.class)
                        .single())
                .isEqualTo("3logical先问\n再答");
        assertThat(jdbc.sql("select level || ' ' || years from mentor_expertise")
                        .query(String.class)
                        .single())
                .isEqualTo("4.5 7.5");
    }

    @Test
    void lecturersAndWorkMetricsAreStored() {
        company.employee("wang");
        assertThat(run("lecturers", "employeeId,group,since,topics", "wang,sales,2024-01-01,谈判; 演示；谈判")
                        .clean())
                .isTrue();
        assertThat(run(
                                "work-metrics",
                                "employeeId,metric,period,value,target,better,competency",
                                "wang,签约额,2026-05,-12.5,100,higher,谈判",
                                "wang,投诉,2026-05,3,0,lower,")
                        .clean())
                .isTrue();
        assertThat(places(run(
                        "work-metrics",
                        "employeeId,metric,period,value,target,better,competency",
                        "wang,签约额,2026-13,1,1,higher,",
                        "wang,签约额,26-05,1,1,up,")))
                .containsExactly("2:period", "3:period", "3:better");

        assertThat(jdbc.sql("select topics from lecturer").query(String.class).single())
                .isEqualTo("谈判;演示");
        assertThat(count("work_metric")).isEqualTo(2);
    }

    private ImportReport employees(String rows) {
        return ImportTesting.run(importFile, "employees", EMPLOYEES + rows);
    }

    private ImportReport run(String kind, String... rows) {
        return ImportTesting.run(importFile, kind, lines(rows));
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
