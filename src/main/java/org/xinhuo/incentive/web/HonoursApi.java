package org.xinhuo.incentive.web;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.incentive.certificate.Certificate;
import org.xinhuo.incentive.certificate.Certificates;
import org.xinhuo.incentive.certificate.DrawCertificate;

/** Honour files over HTTP. */
@RestController
class HonoursApi {

    private final Certificates certificates;
    private final DrawCertificate drawCertificate;
    private final HonourReaders readers;
    private final CertificateFile file;

    HonoursApi(
            Certificates certificates, DrawCertificate drawCertificate, HonourReaders readers, CertificateFile file) {
        this.certificates = certificates;
        this.drawCertificate = drawCertificate;
        this.readers = readers;
        this.file = file;
    }

    record Decision(String key, int version) {}

    /**
     * @param kind {@code title} or {@code award}
     * @param state {@code valid} or {@code withdrawn}
     * @param checkedAt the address where anybody checks it
     */
    record Honour(
            String number,
            String kind,
            String honour,
            String period,
            Decision decision,
            String holder,
            String issuer,
            Instant issuedAt,
            String state,
            @Nullable Instant withdrawnAt,
            String checkedAt) {}

    /** For the employee, HR, auditors and administrators; the newest first. */
    @GetMapping("/api/employees/{id}/honours")
    List<Honour> honours(@PathVariable String id, Principal reader) {
        readers.refuseStrangers(id, reader.getName());
        return certificates.of(id).stream().map(this::honour).toList();
    }

    /** The PDF, for the same people. */
    @GetMapping("/api/certificates/{number}/content")
    ResponseEntity<byte[]> content(@PathVariable String number, Principal reader, Locale locale) {
        return file.of(readers.certificate(number, reader.getName()), locale);
    }

    private Honour honour(Certificate one) {
        return new Honour(
                one.number().printed(),
                one.kind().name().toLowerCase(Locale.ROOT),
                one.honour(),
                one.period().toString(),
                new Decision(one.decisionKey(), one.decisionVersion()),
                one.holder(),
                one.issuer(),
                one.issuedAt(),
                one.valid() ? "valid" : "withdrawn",
                one.withdrawnAt(),
                drawCertificate.address(one));
    }
}
