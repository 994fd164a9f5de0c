package org.xinhuo.home;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Texts;

/** Tells Tasklist how the processes are called in the reader's language; the models name them in Chinese. */
@RestController
class ProcessNamesApi {

    /** All of ours; what a process owner draws beside them keeps the name that it has. */
    static final List<String> PROCESSES = List.of(
            "application-case",
            "coaching",
            "cohort",
            "cohort-withdrawal",
            "departure",
            "duty-settlement",
            "evaluation",
            "improvement-talk",
            "lecturer-mentoring",
            "matching",
            "mentoring",
            "month-correction",
            "monthly-review",
            "plan-negotiation",
            "promotion",
            "review-calendar",
            "reward",
            "rota-calendar",
            "share-swap",
            "sharing",
            "to-do",
            "training-offer");

    private final Texts texts;

    ProcessNamesApi(Texts texts) {
        this.texts = texts;
    }

    /** From the name in the model to that in the reader's language. */
    @GetMapping("/api/tasks/process-names")
    Map<String, String> names(Locale locale) {
        return PROCESSES.stream()
                .collect(Collectors.toMap(
                        process -> texts.text(LanguageFilter.CHINESE, "process." + process),
                        process -> texts.text(locale, "process." + process)));
    }
}
