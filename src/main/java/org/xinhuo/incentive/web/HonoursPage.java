package org.xinhuo.incentive.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.incentive.OutcomeTexts;
import org.xinhuo.incentive.certificate.Certificate;
import org.xinhuo.incentive.certificate.Certificates;
import org.xinhuo.people.Employees;
import org.xinhuo.people.ReaderTimes;

/** The honour file: what somebody was certified, to read and to download; for HR and auditors everybody's. */
@Controller
class HonoursPage {

    /** More makes nobody find more; a name finds the rest. */
    private static final int LATEST = 50;

    private final Certificates certificates;
    private final CertificateFile file;
    private final HonourReaders readers;
    private final Employees employees;
    private final OutcomeTexts outcomes;
    private final ReaderTimes times;

    HonoursPage(
            Certificates certificates,
            CertificateFile file,
            HonourReaders readers,
            Employees employees,
            OutcomeTexts outcomes,
            ReaderTimes times) {
        this.certificates = certificates;
        this.file = file;
        this.readers = readers;
        this.employees = employees;
        this.outcomes = outcomes;
        this.times = times;
    }

    /** @param withdrawn the moment, or null while it is valid */
    record Line(
            String number,
            String employeeId,
            String holder,
            String honour,
            String period,
            String issued,
            String table,
            int version,
            @Nullable String withdrawn) {}

    /**
     * @param employee whose, or null for the reader's own
     * @param q what HR and auditors look for among everybody's
     */
    @GetMapping("/honours")
    String honours(
            @RequestParam(required = false) @Nullable String employee,
            @RequestParam(defaultValue = "") String q,
            Principal reader,
            Locale locale,
            Model model) {
        String whose = employee == null || employee.isBlank() ? reader.getName() : employee;
        readers.refuseStrangers(whose, reader.getName());
        ReaderTime time = times.of(reader.getName(), locale);
        boolean own = whose.equals(reader.getName());
        model.addAttribute("own", own);
        model.addAttribute("name", own ? null : employees.get(whose).name());
        model.addAttribute("lines", lines(certificates.of(whose), time));
        boolean all = own && readers.readsAll(reader.getName());
        model.addAttribute("all", all);
        if (all) {
            model.addAttribute("q", q);
            model.addAttribute("latest", lines(certificates.latest(q, LATEST), time));
        }
        return "incentive/honours";
    }

    @GetMapping("/honours/{number}.pdf")
    ResponseEntity<byte[]> download(@PathVariable String number, Principal reader, Locale locale) {
        return file.of(readers.certificate(number, reader.getName()), locale);
    }

    private List<Line> lines(List<Certificate> found, ReaderTime time) {
        return found.stream()
                .map(one -> new Line(
                        one.number().printed(),
                        one.employeeId(),
                        one.holder(),
                        outcomes.label(time.locale(), "certificate.honour", one.honour()),
                        one.period().toString(),
                        time.moment(one.issuedAt()),
                        one.decisionKey(),
                        one.decisionVersion(),
                        one.withdrawnAt() == null ? null : time.moment(one.withdrawnAt())))
                .toList();
    }
}
