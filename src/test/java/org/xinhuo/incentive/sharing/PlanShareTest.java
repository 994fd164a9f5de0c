package org.xinhuo.incentive.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.people.Groups;

class PlanShareTest {

    @Test
    void whoTakesAnIdInTheSameMomentIsToldThatItIsTaken() {
        Shares shares = mock(Shares.class);
        when(shares.saveAndFlush(any())).thenThrow(new DataIntegrityViolationException("share_pkey"));
        Groups groups = mock(Groups.class);
        when(groups.of("wang")).thenReturn(Set.of("lecturer"));
        CompanyTime time = mock(CompanyTime.class);
        Instant now = Instant.parse("2026-06-01T00:00:00Z");
        when(time.now()).thenReturn(now);
        PlanShare plan = new PlanShare(
                shares,
                audience -> Set.of(),
                mock(FreeTimes.class),
                mock(ShareNotices.class),
                groups,
                time,
                event -> {});
        assertThatThrownBy(() -> plan.plan(
                        new PlanShare.Plan("s1", "wang", "Title", now.plusSeconds(1000), 30, null, null), "wang"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("incentive.shareIdTaken"));
    }
}
