package org.xinhuo.home;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.OutcomeTexts;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.LecturerMonths;
import org.xinhuo.incentive.title.LecturerTitles;

/** How a lecturer's month stands, in figures and in one sentence. */
@Component
class MyLecturerMonth {

    private static final Logger log = LoggerFactory.getLogger(MyLecturerMonth.class);

    private final LecturerMonths months;
    private final CompanyTime company;
    private final Texts texts;
    private final OutcomeTexts outcomes;
    private final LecturerTitles titles;

    MyLecturerMonth(
            LecturerMonths months, CompanyTime company, Texts texts, OutcomeTexts outcomes, LecturerTitles titles) {
        this.titles = titles;
        this.months = months;
        this.company = company;
        this.texts = texts;
        this.outcomes = outcomes;
    }

    /** Figures as the page shows them; what does not exist is null. */
    record Card(
            String period,
            boolean confirmed,
            String sentence,
            int held,
            int target,
            @Nullable String averageRating,
            int raters,
            int reuses,
            String score,
            @Nullable String grade,
            @Nullable Integer rank,
            @Nullable Integer departmentRank,
            @Nullable Integer reuseRank,
            @Nullable String title) {}

    /** Nothing where a table that the month hangs on does not answer: everything else on the page goes on. */
    Optional<Card> of(String personId, ReaderTime time) {
        try {
            return months.find(personId, company.thisMonth()).map(month -> card(month, time));
        } catch (Refusal unusable) {
            log.warn("the lecturer month of {} cannot be shown", personId, unusable);
            return Optional.empty();
        }
    }

    private Card card(LecturerMonth month, ReaderTime time) {
        BigDecimal mean = month.averageRating();
        String average =
                mean == null ? null : mean.setScale(1, RoundingMode.HALF_UP).toPlainString();
        return new Card(
                month.period().toString(),
                month.confirmed(),
                sentence(month, average, time),
                month.held(),
                month.targets().shares(),
                average,
                month.raters(),
                month.reuses(),
                month.score().toPlainString(),
                month.grade() == null || nothingToGrade(month)
                        ? null
                        : outcomes.label(
                                time.locale(),
                                "home.lecturer.grade",
                                month.grade().name()),
                month.ranks().rating(),
                month.ranks().department(),
                month.ranks().reuse(),
                titles.held(month.lecturerId())
                        .map(held -> outcomes.label(time.locale(), "title.name", held.title()))
                        .orElse(null));
    }

    /** Nobody has failed before the month is over: as long as nothing is held, there is nothing to grade. */
    private static boolean nothingToGrade(LecturerMonth month) {
        return !month.confirmed() && month.held() == 0;
    }

    private String sentence(LecturerMonth month, @Nullable String average, ReaderTime time) {
        Integer rank = month.ranks().department();
        return text(time, "shared", month.held())
                + (average == null ? text(time, "notRated") : text(time, "rated", average))
                + text(time, "reused", month.reuses())
                + (rank == null ? text(time, "unranked") : text(time, "ranked", rank));
    }

    private String text(ReaderTime time, String code, Object... arguments) {
        return texts.text(time.locale(), "home.lecturer." + code, arguments);
    }
}
