package org.xinhuo.mentoring.web;

import java.math.BigDecimal;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Texts;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.coaching.AdviceSpecificity;
import org.xinhuo.mentoring.evaluation.CoachingMethods;
import org.xinhuo.mentoring.evaluation.MentorAdvice;
import org.xinhuo.mentoring.evaluation.ShowAdvice;
import org.xinhuo.mentoring.evaluation.SpecificityFigures;

/** What a mentor was advised and whether it helped, how specific the mentor's own advice is, and what methods suit. */
@RestController
class AdviceApi {

    private final Mentorships mentorships;
    private final ShowAdvice showAdvice;
    private final CoachingMethods methods;
    private final Texts texts;

    AdviceApi(Mentorships mentorships, ShowAdvice showAdvice, CoachingMethods methods, Texts texts) {
        this.mentorships = mentorships;
        this.showAdvice = showAdvice;
        this.methods = methods;
        this.texts = texts;
    }

    /** The table that said it, in the version of then. */
    record Decision(String key, int version) {}

    /** One piece of advice; {@code helped} is yes, no or too early. */
    record Advice(
            String code,
            String text,
            String target,
            @Nullable String competency,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            String helped,
            String mentorId,
            Instant givenAt,
            Decision decision) {

        static Advice of(MentorAdvice advice, Locale reader) {
            return new Advice(
                    advice.code(),
                    advice.text(reader),
                    advice.target(),
                    advice.competency(),
                    advice.before(),
                    advice.after(),
                    advice.helped(),
                    advice.mentorId(),
                    advice.givenAt(),
                    new Decision(advice.decision().key(), advice.decision().version()));
        }
    }

    /** What an advice lacks: step, figure, date or competency, and its name in the reader's language. */
    record Lacking(String code, String name) {}

    /** How specific the guidances of the latest coaching are, 0 to 4, and what most of them lack. */
    record Specificity(
            @Nullable BigDecimal mean,
            @Nullable BigDecimal withStep,
            @Nullable BigDecimal withFigure,
            @Nullable BigDecimal withDate,
            @Nullable BigDecimal withCompetency,
            List<Lacking> lacking) {}

    record AdviceOfMentorship(List<Advice> advice, Specificity specificity, List<CoachingMethods.Method> methods) {}

    @GetMapping("/api/mentorships/{id}/advice")
    AdviceOfMentorship advice(@PathVariable String id, Principal reader, Locale locale) {
        Mentorship mentorship = mentorships.get(id);
        ShowAdvice.Shown shown = showAdvice.to(reader.getName(), id);
        SpecificityFigures figures = shown.specificity();
        String mentorId = mentorship.mentorId();
        return new AdviceOfMentorship(
                shown.advice().stream().map(advice -> Advice.of(advice, locale)).toList(),
                new Specificity(
                        figures.mean(),
                        figures.withStep(),
                        figures.withFigure(),
                        figures.withDate(),
                        figures.withCompetency(),
                        figures.lacking().stream().map(this::lacking).toList()),
                mentorId == null ? List.of() : methods.of(mentorship.menteeId(), mentorId, locale));
    }

    private Lacking lacking(AdviceSpecificity.Part part) {
        return new Lacking(part.code(), texts.text("coaching.part." + part.code()));
    }
}
