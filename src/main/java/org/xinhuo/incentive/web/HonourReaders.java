package org.xinhuo.incentive.web;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.certificate.Certificate;
import org.xinhuo.incentive.certificate.CertificateNumber;
import org.xinhuo.incentive.certificate.Certificates;
import org.xinhuo.people.Groups;

/** Who reads an honour file: its owner, HR, auditors and administrators. Others see what its owner shows them. */
@Component
class HonourReaders {

    private static final Set<String> READ_EVERYBODYS = Set.of("hr", "auditor", "camunda-admin");

    private final Groups groups;
    private final Certificates certificates;

    HonourReaders(Groups groups, Certificates certificates) {
        this.groups = groups;
        this.certificates = certificates;
    }

    boolean readsAll(String reader) {
        return groups.of(reader).stream().anyMatch(READ_EVERYBODYS::contains);
    }

    /** @throws Refusal unless this reader may read the honour file of that employee */
    void refuseStrangers(String employeeId, String reader) {
        if (!reader.equals(employeeId) && !readsAll(reader)) {
            throw Refusal.forbidden("certificate.notYours");
        }
    }

    /** @throws Refusal where there is no such certificate, or it stands in an honour file that the reader may not read */
    Certificate certificate(String number, String reader) {
        Certificate certificate = CertificateNumber.typed(number)
                .flatMap(certificates::find)
                .orElseThrow(() -> Refusal.notFound("certificate.unknown", number));
        refuseStrangers(certificate.employeeId(), reader);
        return certificate;
    }
}
