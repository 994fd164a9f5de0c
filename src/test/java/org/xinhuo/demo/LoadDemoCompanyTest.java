package org.xinhuo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.LecturerMonths;
import org.xinhuo.incentive.template.PrepareContent;
import org.xinhuo.people.Groups;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

@XinhuoTest
class LoadDemoCompanyTest {

    @Autowired
    LoadDemoCompany load;

    @Autowired
    Groups groups;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CompanyTime time;

    @Autowired
    LecturerMonths months;

    @Autowired
    PrepareContent prepare;

    @Autowired
    TestCompany company;

    @Test
    void aCompanyOfFiveDepartmentsIsLoadedOnce() {
        assertThat(load.once()).isTrue();
        assertThat(load.once()).isFalse();

        assertThat(number("select count(*) from employee")).isBetween(110, 130);
        assertThat(number("select count(distinct department) from employee")).isEqualTo(5);
        assertThat(number("select count(*) from mentor")).isEqualTo(10);
        assertThat(number("select count(*) from lecturer")).isEqualTo(8);
        assertThat(number("select count(distinct lecturer_group) from lecturer"))
                .isEqualTo(2);
        assertThat(number("select count(*) from employee where manager_id is null"))
                .isEqualTo(1);
    }

    @Test
    void theNamedPeopleHaveTheirRoles() {
        load.once();

        assertThat(groups.of("mei")).containsExactly("employee");
        assertThat(groups.of("wang")).contains("mentor", "lecturer");
        assertThat(groups.of("li")).contains("mentor");
        assertThat(groups.of("zhao")).contains("manager");
        assertThat(groups.of("han")).contains("hr");
        assertThat(groups.of("qin")).contains("process-owner");
        assertThat(groups.of("shen")).contains("auditor");
        assertThat(groups.of("admin")).contains("camunda-admin");
    }

    @Test
    void sharesLieOnWorkingDaysOfTheThreeMonthsBeforeThisOne() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2027-03-01T02:00:00Z")));
        load.once();

        List<LocalDate> days = jdbc.sql("select starts_at from share where state = 'HELD'")
                .query((row, number) -> row.getTimestamp(1)
                        .toInstant()
                        .atZone(ZoneId.of("Asia/Shanghai"))
                        .toLocalDate())
                .list();
        assertThat(days.stream().map(YearMonth::from).distinct())
                .containsExactlyInAnyOrder(YearMonth.of(2026, 12), YearMonth.of(2027, 1), YearMonth.of(2027, 2));
        assertThat(days).noneMatch(day -> day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue());
        assertThat(number("select count(distinct content_state) from share where state = 'HELD'"))
                .isEqualTo(3);
        assertThat(jdbc.sql("select max(period) from work_metric")
                        .query(String.class)
                        .single())
                .isEqualTo("2027-02");
        assertThat(number("select count(*) from rating where rated_at > timestamptz '2027-03-01 02:00:00Z'"))
                .isZero();
    }

    @Test
    void twoMentorshipsAreUnderWayAndMeiIsFreeToStartHers() {
        load.once();

        assertThat(jdbc.sql("select mentee_id || ' ' || state from mentorship order by mentee_id")
                        .query(String.class)
                        .list())
                .containsExactly("gaoying COACHING", "luofang PLANNING");
        assertThat(jdbc.sql("select assignee from inbox_task where task = 'reviewPlan'")
                        .query(String.class)
                        .set())
                .containsExactly("luofang");
    }

    @Test
    void everyMonthIsStillOpenForReview() {
        load.once();

        assertThat(number("select count(*) from monthly_review")).isZero();
        assertThat(number("select count(*) from share where state = 'HELD'")).isPositive();
    }

    @Test
    void aLecturersMonthIsUnderWay() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2027-03-16T02:00:00Z")));
        load.once();

        LecturerMonth month = months.find("wang", YearMonth.of(2027, 3)).orElseThrow();
        assertThat(month.held()).isEqualTo(1);
        assertThat(month.raters()).isEqualTo(6);
        assertThat(month.reuses()).isEqualTo(1);
        assertThat(jdbc.sql("select task || ' ' || assignee from inbox_task where process = 'sharing'")
                        .query(String.class)
                        .list())
                .containsExactly("submitContent wang");
        assertThat(number("select count(*) from share_outline")).isEqualTo(3);
        assertThat(prepare.draft("demo-share-wang").outline()).contains("五个好问题");
    }

    @Test
    void peopleWhoAreThereAlreadyAreLeftAlone() {
        company.employee("somebody");

        assertThat(load.once()).isFalse();
        assertThat(number("select count(*) from employee")).isEqualTo(1);
    }

    private int number(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
