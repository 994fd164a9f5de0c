package org.xinhuo.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.MessageCorrelationBuilderImpl;
import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.runtime.MessageCorrelationResultWithVariables;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.xinhuo.base.Refusal;

/**
 * The engine's runtime service. Who sends a process a message may do what the message means, about the one aggregate
 * that its business key names, and does not rewrite variables by the way. The engine's own permission to update an
 * instance says nothing of that: it is wider for HR, who may be one of a pair, and too narrow for the pair.
 */
class CheckedRuntimeService extends RuntimeServiceImpl {

    private final ObjectProvider<MessageForms> forms;
    private final ObjectProvider<MessageRights> rights;

    CheckedRuntimeService(ObjectProvider<MessageForms> forms, ObjectProvider<MessageRights> rights) {
        this.forms = forms;
        this.rights = rights;
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
            if (who == null || who.getUserId() == null || isAdministrator(who)) {
                return super.execute(command);
            }
            refuseStrangers(who.getUserId(), command);
            refuseUnknown();
            executionsOnly = true;
            // Who may is settled; the engine's own grants, made for its cockpit, would settle it otherwise.
            return getCommandExecutor()
                    .execute(context -> context.runWithoutAuthorization(() -> command.execute(context)));
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
                known.check(message, key, personId);
            } catch (Refusal refusal) {
                throw refusal.about(key, "");
            }
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

    private static Set<String> names(@Nullable Map<String, Object> variables) {
        return variables == null ? Set.of() : variables.keySet();
    }

    private static boolean isAdministrator(Authentication who) {
        List<String> groups = who.getGroupIds();
        return groups != null && groups.contains(Groups.CAMUNDA_ADMIN);
    }
}
