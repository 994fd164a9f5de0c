package org.xinhuo.incentive.rota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** The rota of a large group: everybody finds the own shares, and all those of the others. */
@XinhuoTest
class ShowRotaTest {

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Autowired
    TestCompany company;

    @Autowired
    ShowRota show;

    /** A share every hour for fifty days; Wang's own is the last but one. */
    @BeforeEach
    void aLargeGroup() {
        ClockUtil.setCurrentTime(Date.from(NOW));
        company.employee("wang").lecturer("wang", "default").employee("li").lecturer("li", "default");
        company.employee("zhou").lecturer("zhou", "sales");
        company.write("insert into share (id, lecturer_id, title, starts_at, minutes, state, content_state)"
                + " select 'l' || n, 'li', 'x', timestamptz '2026-03-02T02:00:00Z' + n * interval '1 hour', 45,"
                + " 'PLANNED', 'AWAITED' from generate_series(1, 1200) as n");
        company.share("w", "wang", NOW.plus(Duration.ofDays(70)), "PLANNED", "AWAITED", 0, 0);
        company.share("z", "zhou", NOW.plus(Duration.ofDays(5)), "PLANNED", "AWAITED", 0, 0);
    }

    @Test
    void theOwnSharesAreAlwaysThere() {
        assertThat(show.own("wang")).extracting(ShowRota.Turn::shareId).containsExactly("w");
    }

    @Test
    void monthByMonthAndPageByPageEveryShareOfTheGroupIsShownOnce() {
        List<String> seen = new ArrayList<>();
        List<YearMonth> months = show.months("default", ZONE);
        for (YearMonth month : months) {
            List<ShowRota.Turn> page = show.turns("default", month, ZONE, 0);
            for (int number = 1; !page.isEmpty(); number++) {
                page.forEach(turn -> seen.add(turn.shareId()));
                page = show.turns("default", month, ZONE, number);
            }
        }

        assertThat(months).containsExactly(YearMonth.of(2026, 3), YearMonth.of(2026, 4), YearMonth.of(2026, 5));
        assertThat(seen).hasSize(1201).doesNotHaveDuplicates().contains("w").doesNotContain("z");
    }

    /** share-swap-rule forbids the last 24 hours. */
    @Test
    void whatIsOfferedInExchangeIsOfTheOwnGroupAndAllowed() {
        assertThat(show.exchange("wang", "default", YearMonth.of(2026, 3), ZONE))
                .hasSizeGreaterThan(200)
                .allSatisfy(turn -> {
                    assertThat(turn.lecturerId()).isEqualTo("li");
                    assertThat(turn.startsAt()).isAfterOrEqualTo(NOW.plus(Duration.ofHours(24)));
                });
        assertThat(show.exchange("wang", "default", YearMonth.of(2026, 4), ZONE)
                        .get(0)
                        .startsAt())
                .isAfterOrEqualTo(Instant.parse("2026-03-31T16:00:00Z"));
    }
}
