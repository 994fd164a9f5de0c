package org.xinhuo.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellRulesTest {

    private final CellRule instant = CellRules.instant(ZoneId.of("Asia/Shanghai"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-07-12T10:00:00+08:00",
                "2026-07-12T10:00:00+0800",
                "2026-07-12T10:00:00+08",
                "2026-07-12T10:00+08",
                "2026-07-12T02:00:00Z",
                "2026-07-12T02:00Z",
                "2026-07-11T22:00:00-0400",
                "2026-07-12T10:00:00.000+0800",
                "2026-07-12T10:00:00"
            })
    void anInstantMayWriteItsOffsetInEveryWayOfIso8601(String written) throws BadCell {
        assertThat(instant.read(RawCell.text(written))).isEqualTo("2026-07-12T02:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-07-12T10:00:00+8",
                "2026-07-12T10:00:00+08:0",
                "2026-07-12T10:00:00+080",
                "2026-07-12T10:00:00+99:00",
                "2026-07-12T10:00:00+08:00Z",
                "2026-07-12T10:00:00+08:00:00:00",
                "2026-07-12+08:00"
            })
    void whatIsNoOffsetIsNoInstant(String written) {
        assertThatThrownBy(() -> instant.read(RawCell.text(written))).isInstanceOf(BadCell.class);
    }
}
