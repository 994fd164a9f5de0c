package org.xinhuo.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinhuo.imports.ImportTesting.lines;
import static org.xinhuo.imports.ImportTesting.places;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

@XinhuoTest
class ImportSharesTest {

    private static final String SHARES = "id,lecturerId,title,startsAt,minutes,submittedAt,attendees,reuse";
    private static final String RATINGS = "shareId,learnerId,score,comment,ratedAt";

    @Autowired
    ImportFile importFile;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestCompany company;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void aLecturerAndTwoLearners() {
        company.employee("wang").employee("mei").employee("lin").lecturer("wang", "default");
    }

    @Test
    void importedSharesWereHeldAndTheirContentWasInTimeLateOrMissed() {
        ImportReport report = run(
                "shares",
                SHARES,
                "s1,wang,A,2026-07-12T10:00:00+08:00,45,2026-07-11T10:00:00+08:00,mei; lin,3",
                "s2,wang,B,2026-07-13T10:00:00+08:00,30,2026-07-12T10:00:01+08:00,,",
                "s3,wang,C,2026-07-14T10:00:00,20,,mei,0");

        assertThat(report.problems()).isEmpty();
        assertThat(jdbc.sql("select id || ' ' || state || ' ' || content_state || ' ' || reported_minutes || ' '"
                                + " || imported_reuse || ' ' || (held_at = starts_at) || ' '"
                                + " || (rating_closed_at is not null) from share order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "s1 HELD SUBMITTED 45 3 true true",
                        "s2 HELD LATE 30 0 true true",
                        "s3 HELD MISSED 20 0 true true");
        assertThat(attendance()).containsExactly("s1 lin", "s1 mei", "s3 mei");
    }

    @Test
    void aCorrectedFileReplacesAttendanceUnlessSomebodyHasRated() {
        run("shares", SHARES, "s1,wang,A,2026-07-12T10:00:00+08:00,45,,mei;lin,3");
        run("shares", SHARES, "s1,wang,A2,2026-07-12T10:00:00+08:00,45,,mei,4");
        assertThat(attendance()).containsExactly("s1 mei");

        run("ratings", RATINGS, "s1,mei,9,,2026-07-12T11:00:00+08:00");
        assertThat(places(run("shares", SHARES, "s1,wang,A2,2026-07-12T10:00:00+08:00,45,,lin,4")))
                .containsExactly("2:attendees");
    }

    @Test
    void sharesOfStrangersAndForStrangersAreRefused() {
        ImportReport report = run(
                "shares",
                SHARES,
                "s1,mei,A,2026-07-12T10:00:00+08:00,45,,x;lin;y,0",
                "s2,wang,A,2026-07-12 10:00,45,,mei;mei,0",
                "s3,wang,A,2026-02-30T10:00:00Z,-5,yesterday,m/m,1.5");

        assertThat(places(report))
                .containsExactly(
                        "2:lecturerId",
                        "2:attendees",
                        "2:attendees",
                        "3:startsAt",
                        "3:attendees",
                        "4:startsAt",
                        "4:minutes",
                        "4:submittedAt",
                        "4:attendees",
                        "4:reuse");
        assertThat(jdbc.sql("select count(*) from share").query(Long.class).single())
                .isZero();
    }

    @Test
    void aShareThatWasPlannedHereIsNotChangedByAFile() {
        transaction.executeWithoutResult(status -> jdbc.sql(
                        "insert into share (id, lecturer_id, title, starts_at, minutes, state, content_state)"
                                + " values ('s1', 'wang', 'T', now(), 30, 'PLANNED', 'AWAITED')")
                .update());

        assertThat(places(run("shares", SHARES, "s1,wang,A,2026-07-12T10:00:00+08:00,45,,mei,0")))
                .containsExactly("2:id");
        assertThat(places(run("ratings", RATINGS, "s1,mei,9,,2027-07-12T11:00:00+08:00")))
                .containsExactly("2:shareId", "2:learnerId");
    }

    @Test
    void ratingsAreStoredOnceAndCorrectedByTheSameKey() {
        run("shares", SHARES, "s1,wang,A,2026-07-12T10:00:00+08:00,45,,mei;lin,3");
        assertThat(run(
                                "ratings",
                                RATINGS,
                                "s1,mei,9,很实用,2026-07-12T11:00:00+08:00",
                                "s1,lin,7,,2026-07-12T11:00:00+08:00")
                        .clean())
                .isTrue();
        assertThat(run("ratings", RATINGS, "s1,mei,8,,2026-07-12T12:00:00+08:00")
                        .clean())
                .isTrue();

        assertThat(jdbc.sql("select learner_id || score || coalesce(comment, '-') from rating order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("lin7-", "mei8-");
    }

    @Test
    void whereNobodyWroteDownWhoCameWhoRatedWasThere() {
        String unlisted = "s1,wang,A,2026-07-12T10:00:00+08:00,45,,,3";
        run("shares", SHARES, unlisted);
        assertThat(run("ratings", RATINGS, "s1,mei,9,,2026-07-12T11:00:00+08:00")
                        .problems())
                .isEmpty();
        assertThat(run("ratings", RATINGS, "s1,lin,8,,2026-07-12T11:00:00+08:00")
                        .problems())
                .isEmpty();
        assertThat(attendance()).containsExactly("s1 lin", "s1 mei");

        assertThat(run("shares", SHARES, unlisted).problems()).isEmpty();
        assertThat(attendance()).containsExactly("s1 lin", "s1 mei");
        assertThat(places(run("shares", SHARES, "s1,wang,A,2026-07-12T10:00:00+08:00,45,,mei,3")))
                .containsExactly("2:attendees");
    }

    @Test
    void aListThatIsGivenLaterCounts() {
        run("shares", SHARES, "s1,wang,A,2026-07-12T10:00:00+08:00,45,,,3");
        run("shares", SHARES, "s1,wang,A,2026-07-12T10:00:00+08:00,45,,mei,3");
        assertThat(places(run("ratings", RATINGS, "s1,lin,8,,2026-07-12T11:00:00+08:00")))
                .containsExactly("2:learnerId");
        run("ratings", RATINGS, "s1,mei,8,,2026-07-12T11:00:00+08:00");
        assertThat(places(run("shares", SHARES, "s1,wang,A,2026-07-12T10:00:00+08:00,45,,,3")))
                .containsExactly("2:attendees");
    }

    @Test
    void ratingsThatNobodyCouldGiveAreRefused() {
        run("shares", SHARES, "s1,wang,A,2026-07-12T10:00:00+08:00,45,,mei;wang,3");
        ImportReport report = run(
                "ratings",
                RATINGS,
                "s1,mei,11,,2026-07-12T09:59:59+08:00",
                "s1,lin,7,,2026-07-12T11:00:00+08:00",
                "s1,wang,10,,2026-07-12T11:00:00+08:00",
                "s9,mei,7.5,,2026-07-12T11:00:00+08:00",
                "s1,ghost,5,,2026-07-12T11:00:00+08:00",
                "s1,mei,6,,2026-07-12T11:00:00+08:00");

        assertThat(places(report))
                .containsExactly(
                        "2:score",
                        "2:shareId, learnerId",
                        "2:ratedAt",
                        "3:learnerId",
                        "4:learnerId",
                        "5:score",
                        "5:shareId",
                        "6:learnerId",
                        "7:shareId, learnerId");
    }

    private java.util.List<String> attendance() {
        return jdbc.sql("select share_id || ' ' || employee_id from share_attendance order by 1")
                .query(String.class)
                .list();
    }

    private ImportReport run(String kind, String... rows) {
        return ImportTesting.run(importFile, kind, lines(rows));
    }
}
