package org.xinhuo.incentive.web;

import java.security.Principal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.content.ShareList;
import org.xinhuo.incentive.conversion.ApplicationCases;
import org.xinhuo.incentive.conversion.Conversions;
import org.xinhuo.incentive.merit.MeritRights;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;
import org.xinhuo.people.ReaderTimes;

/** The shares that concern a person; and the page of a lecturer: what the shares came to, month by month. */
@Controller
class SharesPage {

    private static final int MONTHS = 12;
    private static final int MOST_CASES = 20;

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
            MeritRights rights) {
        this.rights = rights;
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

    /** A share in words. */
    record Line(ShareList.Line share, String at) {}

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
        model.addAttribute("given", lines(list.given(who), time));
        model.addAttribute("heard", who.equals(me) ? lines(list.heard(me), time) : List.of());
        model.addAttribute(
                "others",
                who.equals(me) && rights.readsOthersMaterial(me) ? lines(list.ofOthers(me), time) : List.of());
        model.addAttribute(
                "months",
                months.stream()
                        .filter(month -> month.reuses() + month.cases() > 0
                                || month.period().equals(now))
                        .toList());
        model.addAttribute("own", who.equals(me) ? caseLines.of(cases.own(null, me), time) : List.of());
        model.addAttribute("effects", caseLines.of(cases.ofLecturer(who, MOST_CASES), time));
        return "incentive/shares";
    }

    private static List<Line> lines(List<ShareList.Line> shares, ReaderTime time) {
        return shares.stream()
                .map(share -> new Line(share, time.moment(share.startsAt())))
                .toList();
    }
}
