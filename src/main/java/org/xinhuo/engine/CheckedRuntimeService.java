package org.xinhuo.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.engine.impl.MessageCorrelationBuilderImpl;
import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.runtime.MessageCorrelationResultWithVariables;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.runtime.SignalEventReceivedBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.xinhuo.base.Refusal;

/**
 * The engine's runtime service. Who sends a process a message may do what the message means, about the one aggregate
 * that its business key names, and does not rewrite variables by the way. The engine's own permission to update an
 * instance says nothing of that: it is wider for HR, who may be one of a pair, and too narrow for the pair. What an
 * administrator may send besides, to repair something, he or she may not where the own case is concerned.
 */
class CheckedRuntimeService extends RuntimeServiceImpl {

    private final ObjectProvider<MessageForms> forms;
    private final ObjectProvider<MessageRights> rights;
    private final ObjectProvider<BarredFromJobs> barred;

    CheckedRuntimeService(
            ObjectProvider<MessageForms> forms,
            ObjectProvider<MessageRights> rights,
            ObjectProvider<BarredFromJobs> barred) {
        this.forms = forms;
        this.rights = rights;
        this.barred = barred;
    }

    @Override
    public MessageCorrelationBuilder createMessageCorrelation(String messageName) {
        return new Correlation(commandExecutor, messageName);
    }

    private final class Correlation extends MessageCorrelationBuilderImpl {

        private boolean asksForVariables;

        Correlation(CommandExecutor executor, String messageName) {
            super(executor, messageName);
        }

        @Override
        public MessageCorrelationResultWithVariables correlateWithResultAndVariables(boolean deserializeValues) {
            asksForVariables = true;
            return super.correlateWithResultAndVariables(deserializeValues);
        }

        @Override
        protected <T> T execute(Command<T> command) {
            // A step of a process or our own code has checked what it sends.
            if (Context.getCommandContext() != null) {
                return super.execute(command);
            }
            Authentication who = getCommandExecutor().execute(CommandContext::getAuthentication);
            if (who == null || who.getUserId() == null || isAdministrator(who) && !isAboutOneself(who.getUserId())) {
                return super.execute(command);
            }
            refuseStrangers(who.getUserId(), command);
            refuseUnknown();
            executionsOnly = true;
            // Who may is settled; the engine's own grants, made for its cockpit, would settle it otherwise.
            return getCommandExecutor()
                    .execute(context -> context.runWithoutAuthorization(() -> command.execute(context)));
        }

        /** Whether it could reach a process that this person is a party of. */
        private boolean isAboutOneself(String personId) {
            ProcessInstanceQuery reached = createProcessInstanceQuery();
            if (getProcessInstanceId() != null) {
                return isParty(personId, reached.processInstanceId(getProcessInstanceId()));
            }
            return getBusinessKey() == null
                    ? isPartyOfWhatWaitsFor(getMessageName(), personId)
                    : isParty(personId, reached.processInstanceBusinessKey(getBusinessKey()));
        }

        private void refuseStrangers(String personId, Command<?> command) {
            String message = getMessageName();
            String key = getBusinessKey() == null ? "" : getBusinessKey().strip();
            MessageRights known = rights.stream()
                    .filter(one -> message != null && one.messages().contains(message))
                    .findFirst()
                    .orElseThrow(() -> Refusal.forbidden("engine.messageNotYours", String.valueOf(message))
                            .about(key, ""));
            // To all at once, or found by something else than the key that is asked about, it could reach anybody's.
            if (key.isEmpty() || !key.equals(getBusinessKey()) || !(command instanceof CorrelateMessageCmd)) {
                throw Refusal.forbidden("engine.messageToOne", message).about(key, "");
            }
            if (asksForVariables) {
                throw Refusal.forbidden("engine.messageTellsNothing").about(key, "");
            }
            try {
                known.check(message, key, personId, values());
            } catch (Refusal refusal) {
                throw refusal.about(key, "");
            }
        }

        private Map<String, Object> values() {
            Map<String, Object> values = new HashMap<>();
            Stream.of(
                            getPayloadProcessInstanceVariables(),
                            getPayloadProcessInstanceVariablesLocal(),
                            getPayloadProcessInstanceVariablesToTriggeredScope())
                    .filter(Objects::nonNull)
                    .forEach(values::putAll);
            return values;
        }

        private void refuseUnknown() {
            Set<String> allowed = forms.stream()
                    .map(known -> known.messageForms().get(getMessageName()))
                    .filter(names -> names != null)
                    .findFirst()
                    .orElse(Set.of());
            Stream.of(
                            names(getPayloadProcessInstanceVariables()),
                            names(getPayloadProcessInstanceVariablesLocal()),
                            names(getPayloadProcessInstanceVariablesToTriggeredScope()))
                    .flatMap(Set::stream)
                    .filter(name -> !allowed.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw Refusal.invalid(name, "engine.unknownMessageValue", name, getMessageName());
                    });
        }
    }

    @Override
    public void messageEventReceived(String messageName, String executionId) {
        refuseParties(messageName, executionId);
        super.messageEventReceived(messageName, executionId);
    }

    @Override
    public void messageEventReceived(String messageName, String executionId, Map<String, Object> variables) {
        refuseParties(messageName, executionId);
        super.messageEventReceived(messageName, executionId, variables);
    }

    @Override
    public SignalEventReceivedBuilder createSignalEvent(String signalName) {
        refuseParties(signalName, null);
        return super.createSignalEvent(signalName);
    }

    @Override
    public void signal(String executionId) {
        refuseParties(executionId);
        super.signal(executionId);
    }

    @Override
    public void signal(String executionId, Map<String, Object> variables) {
        refuseParties(executionId);
        super.signal(executionId, variables);
    }

    @Override
    public void signal(String executionId, String signalName, Object signalData, Map<String, Object> variables) {
        refuseParties(executionId);
        super.signal(executionId, signalName, signalData, variables);
    }

    /** All that is deleted as a batch comes through here. */
    @Override
    public Batch deleteProcessInstancesAsync(
            @Nullable List<String> instanceIds,
            @Nullable ProcessInstanceQuery running,
            @Nullable HistoricProcessInstanceQuery historic,
            String reason,
            boolean skipCustomListeners,
            boolean skipSubprocesses,
            boolean skipIoMappings) {
        refuseParties(instanceIds, running, historic);
        return super.deleteProcessInstancesAsync(
                instanceIds, running, historic, reason, skipCustomListeners, skipSubprocesses, skipIoMappings);
    }

    @Override
    public Batch deleteProcessInstancesAsync(
            @Nullable List<String> instanceIds,
            @Nullable ProcessInstanceQuery running,
            String reason,
            boolean skipCustomListeners,
            boolean skipSubprocesses) {
        return deleteProcessInstancesAsync(
                instanceIds, running, null, reason, skipCustomListeners, skipSubprocesses, false);
    }

    /** The job executor deletes them later, as nobody; nothing is deleted where one of them is the own case. */
    private void refuseParties(
            @Nullable List<String> instanceIds,
            @Nullable ProcessInstanceQuery running,
            @Nullable HistoricProcessInstanceQuery historic) {
        String personId = outsider();
        if (personId == null) {
            return;
        }
        Set<String> reached = new HashSet<>(instanceIds == null ? List.of() : instanceIds);
        reached.remove(null);
        if (historic != null) {
            historic.list().forEach(instance -> reached.add(instance.getId()));
        }
        if (!reached.isEmpty() && isParty(personId, createProcessInstanceQuery().processInstanceIds(reached))
                || running != null && isParty(personId, running)) {
            throw Refusal.forbidden("engine.ownCase");
        }
    }

    /** The step that waits there is passed. */
    private void refuseParties(String executionId) {
        String personId = outsider();
        if (personId != null && executionId != null && isPartyOfExecution(executionId, personId)) {
            throw Refusal.forbidden("engine.ownCase");
        }
    }

    /**
     * What goes past the models is for administrators alone (see {@link CommandGuard}), and not for one of a party.
     *
     * @param executionId which is reached, or null for all that wait for this
     */
    private void refuseParties(String event, @Nullable String executionId) {
        String personId = outsider();
        if (personId == null) {
            return;
        }
        boolean party = executionId == null
                ? isPartyOfWhatWaitsFor(event, personId)
                : isPartyOfExecution(executionId, personId);
        if (party) {
            throw Refusal.forbidden("engine.messageNotYours", event);
        }
    }

    /** Who calls from outside; null for a step of a process and for our own code without anybody. */
    private @Nullable String outsider() {
        if (Context.getCommandContext() != null) {
            return null;
        }
        Authentication who = getCommandExecutor().execute(CommandContext::getAuthentication);
        return who == null ? null : who.getUserId();
    }

    private boolean isPartyOfExecution(String executionId, String personId) {
        return withoutGrants(
                        () -> createExecutionQuery().executionId(executionId).list())
                .stream()
                .anyMatch(execution -> isParty(
                        personId, createProcessInstanceQuery().processInstanceId(execution.getProcessInstanceId())));
    }

    private boolean isPartyOfWhatWaitsFor(@Nullable String event, String personId) {
        Set<String> waiting = event == null
                ? Set.of()
                : withoutGrants(() ->
                                createEventSubscriptionQuery().eventName(event).list())
                        .stream()
                        .map(EventSubscription::getProcessInstanceId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return !waiting.isEmpty()
                && isParty(personId, createProcessInstanceQuery().processInstanceIds(waiting));
    }

    private boolean isParty(String personId, ProcessInstanceQuery instances) {
        return withoutGrants(instances::list).stream()
                .filter(instance -> instance.getBusinessKey() != null)
                .anyMatch(instance -> barred.stream()
                        .anyMatch(known -> known.isBarred(
                                instance.getProcessDefinitionKey(), instance.getBusinessKey(), personId)));
    }

    private <T> T withoutGrants(Callable<T> query) {
        return getCommandExecutor().execute(context -> context.runWithoutAuthorization(query));
    }

    private static Set<String> names(@Nullable Map<String, Object> variables) {
        return variables == null ? Set.of() : variables.keySet();
    }

    private static boolean isAdministrator(Authentication who) {
        List<String> groups = who.getGroupIds();
        return groups != null && groups.contains(Groups.CAMUNDA_ADMIN);
    }
}
