package org.xinhuo.incentive.web;

import java.math.BigDecimal;
import java.security.Principal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.OutcomeTexts;
import org.xinhuo.incentive.content.ShareList;
import org.xinhuo.incentive.conversion.ApplicationCases;
import org.xinhuo.incentive.conversion.Conversions;
import org.xinhuo.incentive.merit.MeritRights;
import org.xinhuo.incentive.rating.LiveRatings;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.MonthlyResults;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;
import org.xinhuo.people.Lecturer;
import org.xinhuo.people.Lecturers;
import org.xinhuo.people.ReaderTimes;

/** The shares that concern a person; and the page of a lecturer: what the shares came to, month by month. */
@Controller
class SharesPage {

    private static final int MONTHS = 12;
    private static final int MOST_CASES = 20;
    private static final Set<String> PLAN = Set.of("hr", "camunda-admin");

    private final ShareList list;
    private final Conversions conversions;
    private final ApplicationCases cases;
    private final CaseLines caseLines;
    private final CaseApi readers;
    private final Employees employees;
    private final Groups groups;
    private final ReaderTimes times;
    private final CompanyTime clock;
    private final MeritRights rights;
    private final LiveRatings ratings;
    private final MonthlyResults results;
    private final Lecturers lecturers;
    private final OutcomeTexts outcomes;

    SharesPage(
            ShareList list,
            Conversions conversions,
            ApplicationCases cases,
            CaseLines caseLines,
            CaseApi readers,
            Employees employees,
            Groups groups,
            ReaderTimes times,
            CompanyTime clock,
            MeritRights rights,
            LiveRatings ratings,
            MonthlyResults results,
            Lecturers lecturers,
            OutcomeTexts outcomes) {
        this.rights = rights;
        this.ratings = ratings;
        this.results = results;
        this.lecturers = lecturers;
        this.outcomes = outcomes;
        this.list = list;
        this.conversions = conversions;
        this.cases = cases;
        this.caseLines = caseLines;
        this.readers = readers;
        this.employees = employees;
        this.groups = groups;
        this.times = times;
        this.clock = clock;
    }

    /**
     * A share in words.
     *
     * @param relative how far away it is
     * @param mean of what its lecturer may see, two decimals, or null; {@code ratings} how many there are
     * @param unreported whether it has begun and its lecturer has not said yet how it went
     */
    record Line(
            ShareList.Line share,
            String at,
            String relative,
            @Nullable String mean,
            int ratings,
            boolean own,
            boolean unreported) {}

    /**
     * A month that brought something.
     *
     * @param score and {@code grade}, once it is confirmed
     */
    record MonthLine(
            YearMonth period,
            @Nullable String score,
            @Nullable String grade,
            int reuses,
            int cases) {}

    /** @param lecturer whose page; the reader's own where it is empty */
    @GetMapping("/shares")
    String shares(
            @RequestParam(required = false) @Nullable String lecturer, Principal reader, Locale locale, Model model) {
        String me = reader.getName();
        String who = lecturer == null || lecturer.isBlank() ? me : lecturer;
        readers.refuseStrangers(who, me);
        if (!employees.existsById(who)) {
            throw Refusal.notFound("people.unknownEmployee", who);
        }
        ReaderTime time = times.of(me, locale);
        boolean isLecturer = groups.of(who).contains("lecturer");
        YearMonth now = clock.thisMonth();
        List<Conversions.Month> months = conversions.of(who, now.minusMonths(MONTHS - 1L), now);
        model.addAttribute("who", who.equals(me) ? null : employees.get(who).name());
        model.addAttribute("isLecturer", isLecturer);
        model.addAttribute("whose", who);
        model.addAttribute(
                "mayPlan",
                isLecturer && (who.equals(me) || groups.of(me).stream().anyMatch(PLAN::contains)));
        model.addAttribute(
                "topics", lecturers.findById(who).map(Lecturer::topics).orElse(List.of()));
        List<Line> given = given(list.given(who), time);
        List<Line> heard = who.equals(me) ? lines(list.heard(me), time) : List.of();
        model.addAttribute(
                "coming",
                Stream.concat(given.stream(), heard.stream())
                        .filter(line -> isAhead(line, time))
                        .sorted(Comparator.comparing(line -> line.share().startsAt()))
                        .toList());
        model.addAttribute(
                "given", given.stream().filter(line -> !isAhead(line, time)).toList());
        model.addAttribute(
                "heard", heard.stream().filter(line -> !isAhead(line, time)).toList());
        model.addAttribute(
                "others",
                who.equals(me) && rights.readsOthersMaterial(me) ? lines(list.ofOthers(me), time) : List.of());
        Map<YearMonth, LecturerMonth> confirmed =
                results.latestOf(who, MONTHS).stream().collect(Collectors.toMap(LecturerMonth::period, month -> month));
        model.addAttribute(
                "months",
                months.stream()
                        .filter(month -> month.reuses() + month.cases() > 0
                                || month.period().equals(now)
                                || confirmed.containsKey(month.period()))
                        .map(month -> line(month, confirmed.get(month.period()), locale))
                        .toList());
        model.addAttribute("own", who.equals(me) ? caseLines.of(cases.own(null, me), time) : List.of());
        model.addAttribute("effects", caseLines.of(cases.ofLecturer(who, MOST_CASES), time));
        return "incentive/shares";
    }

    private static boolean isAhead(Line line, ReaderTime time) {
        return line.share().startsAt().isAfter(time.now())
                && line.share().state().equals(Share.State.PLANNED.name());
    }

    private MonthLine line(Conversions.Month month, @Nullable LecturerMonth confirmed, Locale locale) {
        return new MonthLine(
                month.period(),
                confirmed == null ? null : confirmed.score().toPlainString(),
                confirmed == null || confirmed.gradeName() == null
                        ? null
                        : outcomes.label(locale, "incentive.grade", confirmed.gradeName()),
                month.reuses(),
                month.cases());
    }

    /** What a lecturer sees of the own ratings; a manager and HR see no more of them here. */
    private List<Line> given(List<ShareList.Line> shares, ReaderTime time) {
        Map<String, LiveRatings.Live> live =
                ratings.of(shares.stream().map(ShareList.Line::id).toList());
        return shares.stream()
                .map(share -> {
                    LiveRatings.Live rated = Objects.requireNonNull(live.get(share.id()));
                    BigDecimal mean = rated.mean(2);
                    return new Line(
                            share,
                            time.moment(share.startsAt()),
                            time.relative(share.startsAt()),
                            mean == null ? null : mean.toPlainString(),
                            rated.count(),
                            true,
                            share.state().equals(Share.State.PLANNED.name())
                                    && !share.startsAt().isAfter(time.now()));
                })
                .toList();
    }

    private static List<Line> lines(List<ShareList.Line> shares, ReaderTime time) {
        return shares.stream()
                .map(share -> new Line(
                        share, time.moment(share.startsAt()), time.relative(share.startsAt()), null, 0, false, false))
                .toList();
    }
}
