package org.xinhuo.mentoring.process.absence;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.xinhuo.base.Refusal;

/** What a message brought along, and who sent it. What is read is gone: nothing of it stays in the process. */
final class MessageValues {

    private MessageValues() {}

    static @Nullable LocalDate day(DelegateExecution execution, String name) {
        String text = text(execution, name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            throw Refusal.invalid(name, "form.notADate", name);
        }
    }

    static LocalDate requiredDay(DelegateExecution execution, String name) {
        LocalDate day = day(execution, name);
        if (day == null) {
            throw Refusal.invalid(name, "form.required", name);
        }
        return day;
    }

    static @Nullable String text(DelegateExecution execution, String name) {
        Object value = execution.getVariable(name);
        execution.removeVariable(name);
        if (value != null && !(value instanceof String)) {
            throw Refusal.invalid(name, "form.notAText", name);
        }
        String text = (String) value;
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Who is logged in, or null where a timer or the product itself acts. */
    static @Nullable String sender(DelegateExecution execution) {
        Authentication who =
                execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        return who == null ? null : who.getUserId();
    }
}
