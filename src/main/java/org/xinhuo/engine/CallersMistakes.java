package org.xinhuo.engine;

import com.fasterxml.jackson.core.JacksonException;
import java.sql.SQLException;
import java.util.function.Predicate;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.jspecify.annotations.Nullable;
import org.xinhuo.base.Refusal;
import org.xml.sax.SAXException;

/** What callers of the engine's REST interface get wrong and the engine answers as failures of its own, with status 500. */
final class CallersMistakes {

    private CallersMistakes() {}

    /** The refusal that says it better than the engine; null where there is none. */
    static @Nullable Refusal said(Throwable failure, String path) {
        if (isThrownAtATask(path) && has(failure, cause -> says(cause, " handler was defined."))) {
            return Refusal.invalid("engine.caughtNowhere");
        }
        if (has(failure, cause -> says(cause, "Cannot find task with id "))) {
            return Refusal.notFound("engine.taskGone");
        }
        if (has(failure, TaskAlreadyClaimedException.class::isInstance)) {
            return Refusal.conflict("engine.taskTaken");
        }
        if (failure instanceof NullPointerException && isOfTheEnginesInterface(failure)) {
            return Refusal.invalid("engine.noBody");
        }
        return null;
    }

    /** Whether the engine's own sentence tells the caller what to mend. */
    static boolean isOne(Throwable failure, String path) {
        if (has(failure, SQLException.class::isInstance)) {
            return false;
        }
        return has(failure, cause -> cause instanceof JacksonException || cause instanceof SAXException)
                || path.endsWith("/deployment/create") && has(failure, ProcessEngineException.class::isInstance)
                || path.endsWith("/evaluate") && has(failure, DmnEngineException.class::isInstance);
    }

    /** What the engine says of it, with the reason at the bottom, which the engine may keep for its log. */
    static String inWords(Throwable failure) {
        Throwable reason = failure;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        String said = String.valueOf(failure.getMessage());
        String because = String.valueOf(reason.getMessage());
        return said.contains(because) ? said : said + ": " + because;
    }

    private static boolean isThrownAtATask(String path) {
        return path.endsWith("/bpmnError") || path.endsWith("/bpmnEscalation");
    }

    private static boolean says(Throwable cause, String words) {
        return cause instanceof ProcessEngineException
                && cause.getMessage() != null
                && cause.getMessage().contains(words);
    }

    /** {@code null} where an object belongs is read as no object, which the engine then asks for its fields. */
    private static boolean isOfTheEnginesInterface(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith("org.camunda.bpm.engine.rest.");
    }

    private static boolean has(Throwable failure, Predicate<Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.test(cause)) {
                return true;
            }
        }
        return false;
    }
}
