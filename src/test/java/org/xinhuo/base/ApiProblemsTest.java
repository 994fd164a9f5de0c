package org.xinhuo.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.standaloneSetup;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What {@code /api} answers where two wanted the same in the same moment, and how a refusal is written. */
class ApiProblemsTest {

    private final MockMvc api = standaloneSetup(new Colliding())
            .setControllerAdvice(new ApiProblems(new Texts(messages()), (request, failure, status) -> {}))
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"/changed", "/deadlock"})
    void whoeverComesSecondIsToldToLookAgain(String path) throws Exception {
        api.perform(get(path).locale(Locale.SIMPLIFIED_CHINESE))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value(endsWith("base.changedMeanwhile")))
                .andExpect(jsonPath("$.detail").value("其他人刚刚修改了这条数据，请刷新后再看。"));
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 2026年6月", "en, June 2026"})
    void aMonthIsWrittenAsItsReaderDoes(String language, String month) {
        Locale locale = Locale.forLanguageTag(language);
        LocaleContextHolder.setLocale(locale);
        try {
            StaticMessageSource messages = new StaticMessageSource();
            messages.setParentMessageSource(messages());
            messages.addMessage("closed", locale, "{0}/{1}");
            assertThat(new Texts(messages).sentence(Refusal.conflict("closed", "2026-06", "2026-13")))
                    .isEqualTo(month + "/2026-13");
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/base");
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }

    @RestController
    static class Colliding {

        @GetMapping("/changed")
        void changed() {
            throw new OptimisticLockingFailureException("another revision");
        }

        @GetMapping("/deadlock")
        void deadlock() {
            throw new CannotAcquireLockException("deadlock detected");
        }
    }
}
