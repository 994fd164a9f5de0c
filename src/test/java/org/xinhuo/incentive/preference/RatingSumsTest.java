package org.xinhuo.incentive.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.imports.ImportFile;
import org.xinhuo.incentive.rating.CloseRating;
import org.xinhuo.incentive.rating.OpenRating;
import org.xinhuo.incentive.rating.RateShare;
import org.xinhuo.incentive.sharing.PlanShare;
import org.xinhuo.incentive.sharing.RecordAttendance;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** What the ratings of a share came to is kept from the end of its window on, and never wrong. */
@XinhuoTest
class RatingSumsTest {

    @Autowired
    TestCompany company;

    @Autowired
    PlanShare planShare;

    @Autowired
    RecordAttendance attendance;

    @Autowired
    OpenRating openRating;

    @Autowired
    RateShare rateShare;

    @Autowired
    CloseRating closeRating;

    @Autowired
    ImportFile importFile;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @BeforeEach
    void aRatedShare() {
        company.employee("wang").lecturer("wang", "default").employee("mei").employee("lin");
        planShare.plan(new PlanShare.Plan("s", "wang", "客户访谈", Instant.now().plusSeconds(60), 30, null, null), null);
        attendance.record("s", List.of("mei", "lin"), "wang");
        openRating.open("s");
        rateShare.rate("s", "mei", 9, null);
        rateShare.rate("s", "lin", 7, null);
    }

    @Test
    void theSumIsKeptWhenTheWindowCloses() {
        assertThat(kept()).isEmpty();
        closeRating.close("s");
        assertThat(kept()).containsExactly("s 16 2");
    }

    @Test
    void whoeverWritesARatingLaterTakesTheSumAway() {
        closeRating.close("s");
        company.write("update rating set score = 5 where learner_id = 'lin'");
        assertThat(kept()).isEmpty();
        assertThat(shares()).containsExactly("客户访谈 14 2");
        closeRating.close("s");
        company.write("delete from rating where learner_id = 'lin'");
        assertThat(kept()).isEmpty();
    }

    @Test
    void importedRatingsAreSummedUpAtOnce() throws Exception {
        company.heldShare("old", "wang", Instant.parse("2026-06-05T06:00:00Z"), 45, 0);
        attendance.record("old", List.of("mei", "lin"), "wang");
        company.write("update share set imported = true where id = 'old'");
        Path file = folder.resolve("ratings.csv");
        Files.writeString(
                file,
                "shareId,learnerId,score,comment,ratedAt\nold,mei,8,,2026-06-05T08:00:00Z\nold,lin,6,,2026-06-05T08:00:00Z\n");
        assertThat(importFile.run("ratings", file, false, Locale.ENGLISH).clean())
                .isTrue();
        assertThat(kept()).containsExactly("old 14 2");
    }

    /** The plan, not the time: of shares whose sum is kept no rating is read, however many there are. */
    @Test
    void topicsReadNoRatingOfASharePastItsWindow() {
        closeRating.close("s");
        assertThat(shares()).containsExactly("客户访谈 16 2");
        List<String> plan = explained();
        assertThat(plan)
                .filteredOn(line -> line.contains(" on rating"))
                .isNotEmpty()
                .allMatch(line -> line.contains("never executed"));
        company.write("delete from share_rating_sum");
        assertThat(explained())
                .filteredOn(line -> line.contains(" on rating"))
                .noneMatch(line -> line.contains("never executed"));
        assertThat(shares()).containsExactly("客户访谈 16 2");
    }

    private List<String> explained() {
        return jdbc.sql("explain (analyze, buffers) " + SuggestTopics.SHARES)
                .param("now", Timestamp.from(Instant.now()))
                .param("since", Timestamp.from(Instant.now().minus(Duration.ofDays(365))))
                .query(String.class)
                .list();
    }

    private List<String> shares() {
        return jdbc.sql(SuggestTopics.SHARES)
                .param("now", Timestamp.from(Instant.now()))
                .param("since", Timestamp.from(Instant.now().minus(Duration.ofDays(365))))
                .query((row, number) ->
                        row.getString("title") + " " + row.getLong("total") + " " + row.getLong("ratings"))
                .list();
    }

    private List<String> kept() {
        return jdbc.sql("select share_id || ' ' || total || ' ' || ratings from share_rating_sum")
                .query(String.class)
                .list();
    }
}
