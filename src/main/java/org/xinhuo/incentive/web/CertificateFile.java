package org.xinhuo.incentive.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.OutcomeTexts;
import org.xinhuo.incentive.certificate.Certificate;
import org.xinhuo.incentive.certificate.DrawCertificate;

/** A certificate as a file to keep, named in the language of whoever downloads it. */
@Component
class CertificateFile {

    private final DrawCertificate drawCertificate;
    private final OutcomeTexts outcomes;
    private final Texts texts;

    CertificateFile(DrawCertificate drawCertificate, OutcomeTexts outcomes, Texts texts) {
        this.drawCertificate = drawCertificate;
        this.outcomes = outcomes;
        this.texts = texts;
    }

    ResponseEntity<byte[]> of(Certificate certificate, Locale locale) {
        String name = texts.text(
                locale,
                "certificate.file",
                outcomes.label(locale, "certificate.honour", certificate.honour()),
                certificate.period().toString());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", "-"), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(drawCertificate.draw(certificate));
    }
}
