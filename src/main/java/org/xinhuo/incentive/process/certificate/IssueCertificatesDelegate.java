package org.xinhuo.incentive.process.certificate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.certificate.IssueCertificates;

/** Issues the certificates of titles, after a review and after a correction. */
@Component("issueCertificates")
class IssueCertificatesDelegate implements JavaDelegate {

    private final IssueCertificates issueCertificates;

    IssueCertificatesDelegate(IssueCertificates issueCertificates) {
        this.issueCertificates = issueCertificates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        issueCertificates.issue();
    }
}
