package org.xinhuo.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.MessageCorrelationBuilderImpl;
import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.xinhuo.base.Refusal;

/** The engine's runtime service; who sends a process a message does not rewrite its variables by the way. */
class CheckedRuntimeService extends RuntimeServiceImpl {

    private final ObjectProvider<MessageForms> forms;

    CheckedRuntimeService(ObjectProvider<MessageForms> forms) {
        this.forms = forms;
    }

    @Override
    public MessageCorrelationBuilder createMessageCorrelation(String messageName) {
        return new Correlation(commandExecutor, messageName);
    }

    private final class Correlation extends MessageCorrelationBuilderImpl {

        Correlation(CommandExecutor executor, String messageName) {
            super(executor, messageName);
        }

        @Override
        protected <T> T execute(Command<T> command) {
            // A step of a process or our own code has checked what it sends.
            if (Context.getCommandContext() == null) {
                refuseUnknown();
            }
            return super.execute(command);
        }

        private void refuseUnknown() {
            Authentication who = getCommandExecutor().execute(CommandContext::getAuthentication);
            if (who == null || who.getUserId() == null || isAdministrator(who)) {
                return;
            }
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
