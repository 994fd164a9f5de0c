package org.xinhuo.incentive.web;

import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.preference.TopicSuggestion.Reason;

/** Why a topic is suggested, in a sentence with its figures. */
@Component
class TopicReasons {

    private final Texts texts;

    TopicReasons(Texts texts) {
        this.texts = texts;
    }

    String text(Reason reason, Locale locale) {
        return texts.text(
                locale,
                "topic.reason." + TopicsApi.word(reason.kind()),
                reason.count(),
                reason.of(),
                reason.mean() == null ? "" : reason.mean().toPlainString(),
                Objects.requireNonNullElse(reason.competency(), ""));
    }
}
