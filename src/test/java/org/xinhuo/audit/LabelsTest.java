package org.xinhuo.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.StaticMessageSource;

class LabelsTest {

    private final Labels labels = new Labels(new StaticMessageSource());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chooseMentor | 选择导师;Choose mentor | 选择导师 | Choose mentor",
                "isNextStepClear | 下一步;明确？ | 下一步明确？ | Is next step clear",
                "isPlanConfirmed | 确认了？ | 确认了？ | Is plan confirmed",
                "selfSettled | | selfSettled | Self settled"
            })
    void anElementIsCalledInTheReadersLanguage(String id, String modelName, String chinese, String english) {
        String name = modelName == null ? null : modelName.replace(';', '\n');
        assertThat(labels.element("any", id, name, Locale.SIMPLIFIED_CHINESE)).isEqualTo(chinese);
        assertThat(labels.element("any", id, name, Locale.ENGLISH)).isEqualTo(english);
    }
}
