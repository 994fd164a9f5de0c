package org.xinhuo.mentoring.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Texts;
import org.xinhuo.mentoring.log.LogConsent;
import org.xinhuo.mentoring.log.LogConsent.Extent;

/** How much of the earlier log the mentor may read, as the mentee chooses it. */
@Component
class LogHandOvers {

    private final LogConsent consent;
    private final CompanyTime time;
    private final Texts texts;

    LogHandOvers(LogConsent consent, CompanyTime time, Texts texts) {
        this.consent = consent;
        this.time = time;
        this.texts = texts;
    }

    /** What may be chosen, in words. */
    record Choice(String code, String label, boolean chosen) {}

    /** The choices for the mentor of now or for who comes next; null where no mentor has left. */
    @Nullable
    List<Choice> of(String mentorshipId, ReaderTime reader) {
        return consent.latest(mentorshipId)
                .map(handOver -> choices(handOver, reader))
                .orElse(null);
    }

    private List<Choice> choices(LogConsent.HandOver handOver, ReaderTime reader) {
        Locale locale = reader.locale();
        List<Choice> choices = new ArrayList<>();
        String own = handOver.began() == null
                ? texts.text(locale, "mentoring.log.page.handOver.nothing.next")
                : texts.text(locale, "mentoring.log.page.handOver.nothing", reader.day(time.dayOf(handOver.began())));
        choices.add(choice(Extent.NOTHING, own, handOver));
        if (handOver.keptBack()) {
            String earlier = texts.text(
                    locale, "mentoring.log.page.handOver.earlier", reader.day(time.dayOf(handOver.earlier())));
            choices.add(choice(Extent.EARLIER, earlier, handOver));
            choices.add(choice(
                    Extent.EVERYTHING, texts.text(locale, "mentoring.log.page.handOver.everything.kept"), handOver));
        } else {
            String all = texts.text(locale, "mentoring.log.page.handOver.everything");
            Extent said = handOver.extent() == Extent.EVERYTHING ? Extent.EVERYTHING : Extent.EARLIER;
            choices.add(choice(said, all, handOver));
        }
        return choices;
    }

    private static Choice choice(Extent extent, String label, LogConsent.HandOver handOver) {
        return new Choice(extent.code(), label, extent == handOver.extent());
    }
}
