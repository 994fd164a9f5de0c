package org.xinhuo.incentive.process.certificate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.certificate.IssueCertificates;

/** Issues the certificate of a credited reward that is one. */
@Component("issueCertificate")
class IssueCertificateDelegate implements JavaDelegate {

    private final IssueCertificates issueCertificates;

    IssueCertificateDelegate(IssueCertificates issueCertificates) {
        this.issueCertificates = issueCertificates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        issueCertificates.issueFor(execution.getProcessBusinessKey());
    }
}
