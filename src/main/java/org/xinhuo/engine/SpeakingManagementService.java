package org.xinhuo.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.ManagementServiceImpl;
import org.xinhuo.base.Refusal;

/** The engine's management service; a refusal behind a job that somebody fires reaches the caller. */
class SpeakingManagementService extends ManagementServiceImpl {

    SpeakingManagementService(ProcessEngineConfiguration engine) {
        super(engine);
    }

    @Override
    public void executeJob(String jobId) {
        try {
            super.executeJob(jobId);
        } catch (AuthorizationException notAllowed) {
            throw notAllowed;
        } catch (RuntimeException failure) {
            Refusal refusal = Refusal.in(failure);
            if (refusal == null) {
                throw failure;
            }
            throw new Refused(refusal);
        }
    }

    /** The one kind of exception that the REST interface's job resource passes on with its cause. */
    static final class Refused extends AuthorizationException {

        private static final long serialVersionUID = 1L;

        Refused(Refusal refusal) {
            super(refusal.getMessage());
            initCause(refusal);
        }
    }
}
