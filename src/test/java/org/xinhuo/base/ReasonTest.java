package org.xinhuo.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {

    @Test
    void isWhatWasTypedWithoutTheBlanksAround() {
        assertThat(Reason.of(" 长期生病 ").words()).isEqualTo("长期生病");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \t\n"})
    void isNeeded(String typed) {
        assertThat(Reason.orNull(typed)).isNull();
        assertThatThrownBy(() -> Reason.of(typed)).isInstanceOf(Refusal.class).hasMessageContaining("form.required");
    }

    @Test
    void hasFiveHundredCharactersAtMostAsPeopleCountThem() {
        String emoji = "😀".repeat(500);
        assertThat(Reason.of(emoji).words()).isEqualTo(emoji);
        assertThatThrownBy(() -> Reason.of(emoji + "x")).hasMessageContaining("form.tooLong");
    }

    @Test
    void isAText() {
        assertThatThrownBy(() -> Reason.of("a\0b")).hasMessageContaining("form.notAText");
    }
}
