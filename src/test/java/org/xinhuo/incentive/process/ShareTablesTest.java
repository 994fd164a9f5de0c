package org.xinhuo.incentive.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.content.Wishes;
import org.xinhuo.incentive.sharing.CheckIn;
import org.xinhuo.testing.XinhuoTest;

/** The rules around a share that a company may change without the developers, and what becomes of a slip in them. */
@XinhuoTest
class ShareTablesTest extends SharingStory {

    @Autowired
    CheckIn checkIn;

    @Autowired
    Wishes wishes;

    private String deployment = "";

    @AfterEach
    void remove() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void remindersReportAndGivingUpFollowTheTable() throws IOException {
        deploy("share-deadlines", Map.of("\"P3D\"", "\"P5D\"", "\"P2D\"", "\"P4D\"", "\"P7D\"", "\"P9D\""));
        rated();

        Instant end = share().endsAt();
        assertThat(job("reportNearlyDue").getDuedate()).isEqualTo(end.plus(Duration.ofDays(4)));
        assertThat(task().getDueDate()).isEqualTo(end.plus(Duration.ofDays(5)));
        assertThat(job("reportGivenUp").getDuedate()).isEqualTo(end.plus(Duration.ofDays(9)));
        clock(now);
        runtime.startProcessInstanceByKey("sharing", "share-2", good());
        assertThat(job("threeDaysBefore").getDuedate()).isEqualTo(start.minus(Duration.ofDays(5)));
    }

    @Test
    void aSlipInTheTableLeavesTheTimesAsTheProductComes() throws IOException {
        // Given up after an hour, ratings would end with it.
        deploy("share-deadlines", Map.of("\"P3D\"", "\"3天\"", "\"P2D\"", "", "\"P7D\"", "\"PT1H\""));
        rated();

        Instant end = share().endsAt();
        assertThat(job("reportNearlyDue").getDuedate()).isEqualTo(end.plus(Duration.ofDays(2)));
        assertThat(task().getDueDate()).isEqualTo(end.plus(Duration.ofDays(3)));
        assertThat(job("reportGivenUp").getDuedate()).isEqualTo(end.plus(Duration.ofDays(7)));
    }

    @Test
    void howLongACheckInCodeWorksFollowsTheTable() throws IOException {
        deploy("share-deadlines", Map.of("\"PT30M\"", "\"PT2H\""));
        plannedIn(10);

        CheckIn.Shown shown = checkIn.show(SHARE, "wang");
        assertThat(shown.from()).isEqualTo(start.minus(Duration.ofHours(2)));
        assertThat(shown.until()).isEqualTo(share().endsAt().plus(Duration.ofHours(2)));
        clock(start.minus(Duration.ofMinutes(119)));
        assertThat(checkIn.checkIn(shown.code(), "mei").title()).isEqualTo("如何做需求访谈");
    }

    @Test
    void howManyWishesAPersonHasAndForHowLongFollowsTheTable() throws IOException {
        deploy("content-rules", Map.of("<text>5</text>", "<text>1</text>", "<text>30</text>", "<text>11</text>"));
        plannedIn(10);
        wishes.make(SHARE, "多讲案例", "han");

        assertThatThrownBy(() -> wishes.make(SHARE, "再讲一个", "han"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("content.wish.tooMany"));
        clock(start.plus(Duration.ofDays(12)));
        assertThat(wishes.takes(share())).isFalse();
    }

    @Test
    void aSlipInTheRulesOfContentStopsNoWish() throws IOException {
        deploy("content-rules", Map.of("<text>5</text>", "<text>\"five\"</text>"));
        plannedIn(10);

        wishes.make(SHARE, "多讲案例", "han");

        assertThat(formValue("outline")).isNotNull();
        assertThat(wishes.of(SHARE)).hasSize(1);
    }

    private void deploy(String table, Map<String, String> instead) throws IOException {
        String text = Files.readString(Path.of("dmn", table + ".dmn"));
        for (Map.Entry<String, String> one : instead.entrySet()) {
            assertThat(text).contains(one.getKey());
            text = text.replace(one.getKey(), one.getValue());
        }
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addString(table + ".dmn", text)
                .deploy()
                .getId();
    }
}
