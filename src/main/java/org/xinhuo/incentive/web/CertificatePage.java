package org.xinhuo.incentive.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.OutcomeTexts;
import org.xinhuo.incentive.certificate.Certificate;
import org.xinhuo.incentive.certificate.CertificateNumber;
import org.xinhuo.incentive.certificate.Certificates;

/**
 * Where anybody who holds a certificate in hands checks it by its number, without a login. It says no more of its holder
 * than the paper does, and that it was withdrawn where it was.
 */
@Controller
class CertificatePage {

    /** Wrong numbers from one address before a pause; there are 10^24 numbers. */
    private static final int WRONG_NUMBERS = 30;

    private static final String VIEW = "incentive/certificate";

    private final Certificates certificates;
    private final OutcomeTexts outcomes;
    private final Texts texts;
    private final CompanyTime time;
    private final Guesses guesses = new Guesses(WRONG_NUMBERS);

    CertificatePage(Certificates certificates, OutcomeTexts outcomes, Texts texts, CompanyTime time) {
        this.certificates = certificates;
        this.outcomes = outcomes;
        this.texts = texts;
        this.time = time;
    }

    /** @param withdrawn the day, or null while it is valid */
    record Shown(
            String number,
            String holder,
            String honour,
            String period,
            String issuer,
            String table,
            int version,
            String issued,
            @Nullable String withdrawn) {}

    @GetMapping("/certificates")
    String ask(
            @RequestParam(defaultValue = "") String number,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        if (number.isBlank()) {
            guard(response);
            model.addAttribute("asked", false);
            return VIEW;
        }
        return check(number, request, response, locale, model);
    }

    @GetMapping("/certificates/{number}")
    String check(
            @PathVariable String number,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        guard(response);
        model.addAttribute("asked", true);
        model.addAttribute("typed", number);
        Optional<Certificate> found = CertificateNumber.typed(number).flatMap(certificates::find);
        if (found.isPresent()) {
            model.addAttribute("certificate", shown(found.get(), locale));
            return VIEW;
        }
        String address = request.getRemoteAddr();
        boolean wait = guesses.tooMany(address);
        guesses.wrong(address);
        model.addAttribute("wait", wait);
        response.setStatus(wait ? HttpStatus.TOO_MANY_REQUESTS.value() : HttpStatus.NOT_FOUND.value());
        return VIEW;
    }

    /** The number is the right to look: it goes to no other site, into no index and into no cache. */
    private static void guard(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** Days as the paper has them, by the company's calendar: whoever checks may be no reader of ours. */
    private Shown shown(Certificate certificate, Locale locale) {
        ReaderTime reader = new ReaderTime(texts, locale, time.zone(), time.now());
        return new Shown(
                certificate.number().printed(),
                certificate.holder(),
                outcomes.label(locale, "certificate.honour", certificate.honour()),
                DateTimeFormatter.ofPattern(texts.text(locale, "certificate.month.pattern"), locale)
                        .format(certificate.period()),
                certificate.issuer(),
                certificate.decisionKey(),
                certificate.decisionVersion(),
                reader.day(time.dayOf(certificate.issuedAt())),
                certificate.withdrawnAt() == null ? null : reader.day(time.dayOf(certificate.withdrawnAt())));
    }
}
