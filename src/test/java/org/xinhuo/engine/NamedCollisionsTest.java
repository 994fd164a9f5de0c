package org.xinhuo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.testing.XinhuoTest;

/** What two change in the same moment is a collision for the second, not an error of the database. */
@XinhuoTest
class NamedCollisionsTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void deploy() {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "waiting.bpmn",
                        Bpmn.createExecutableProcess("waiting")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .receiveTask("wait")
                                .endEvent()
                                .moveToActivity("wait")
                                .boundaryEvent("later")
                                .cancelActivity(false)
                                .message("later")
                                .receiveTask("beside")
                                .endEvent()
                                .done())
                .deploy();
    }

    /**
     * A command reads an execution's children, somebody adds one, the command reads the execution: its revision is the
     * newest, and only the database still knows of the child.
     */
    @Test
    void whoeverDeletesWhatHasAChildThatHeHasNotSeenCollides() {
        String instance = started();
        assertThatThrownBy(() -> delete(instance)).isInstanceOf(OptimisticLockingException.class);
        assertThat(runtime.getActiveActivityIds(instance)).containsExactly("wait");
    }

    /** Which costs no attempt: one that comes again and again would be tried for ever, and no incident would say so. */
    @Test
    void aJobThatDeletesFails() {
        String instance = started();
        Context.setJobExecutorContext(new JobExecutorContext());
        try {
            assertThatThrownBy(() -> delete(instance)).isInstanceOf(ProcessEnginePersistenceException.class);
        } finally {
            Context.removeJobExecutorContext();
        }
    }

    private void delete(String instance) {
        configuration().getCommandExecutorTxRequired().execute(context -> {
            context.getDbEntityManager().delete(context.getExecutionManager().findExecutionById(instance));
            return true;
        });
    }

    @Test
    void ofTwoThatWaitForEachOtherOneCollidesAndTheOtherIsDone() throws Exception {
        String one = started();
        String other = started();
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<RuntimeException> first = threads.submit(() -> deleteBoth(one, other, together));
            Future<RuntimeException> second = threads.submit(() -> deleteBoth(other, one, together));
            List<RuntimeException> failures = Stream.of(first.get(), second.get())
                    .filter(Objects::nonNull)
                    .toList();
            assertThat(failures).hasSize(1).hasOnlyElementsOfType(OptimisticLockingException.class);
        } finally {
            threads.shutdown();
        }
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("waiting")
                        .count())
                .isZero();
    }

    /** @return what failed, or null */
    private RuntimeException deleteBoth(String first, String second, CyclicBarrier together) {
        try {
            transaction.executeWithoutResult(status -> {
                runtime.deleteProcessInstance(first, "over");
                try {
                    together.await();
                } catch (Exception broken) {
                    throw new IllegalStateException(broken);
                }
                runtime.deleteProcessInstance(second, "over");
            });
            return null;
        } catch (RuntimeException failure) {
            return failure;
        }
    }

    private String started() {
        return runtime.startProcessInstanceByKey("waiting").getId();
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
