package org.xinhuo.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.RefusalTrail;

/** Writes down who was refused what: our own refusals, the engine's, and those of the doors before them. */
@Component
class NoteRefusal implements RefusalTrail {

    /** How a refusal by a table of rights begins, and what its actions are called here before the rest. */
    private static final Map<String, String> BY_TABLES =
            Map.of("rights.refused.", "", "opportunity.refused.", "opportunity-");

    /** The reason where only the door said no. */
    static final String DOOR = "base.forbidden";

    /** The reason where the engine denied that there is such a thing, as this person may not see it. */
    static final String HIDDEN = "audit.refusal.hidden";

    private static final String NOTED = NoteRefusal.class.getName();
    private static final Logger LOG = LoggerFactory.getLogger(NoteRefusal.class);

    private final Refusals refusals;
    private final RefusedSubjects subjects;

    NoteRefusal(Refusals refusals, RefusedSubjects subjects) {
        this.refusals = refusals;
        this.subjects = subjects;
    }

    @Override
    public void note(HttpServletRequest request, @Nullable Throwable failure, int status) {
        if (failure == null
                && status != HttpServletResponse.SC_FORBIDDEN
                && status != HttpServletResponse.SC_NOT_FOUND) {
            return;
        }
        Principal person = request.getUserPrincipal();
        if (person == null || request.getAttribute(NOTED) != null) {
            return;
        }
        try {
            request.setAttribute(NOTED, true);
            note(person.getName(), RefusedRequest.of(request), failure, status);
        } catch (RuntimeException unwritten) {
            LOG.error("A refusal of {} could not be written down", person.getName(), unwritten);
        }
    }

    private void note(String person, RefusedRequest what, @Nullable Throwable failure, int status) {
        String reason = reason(failure, status);
        // To who may not see a thing the engine says that there is none: as 404, where something is added to it as 400.
        boolean unseen = reason == null
                && (status == HttpServletResponse.SC_NOT_FOUND || status == HttpServletResponse.SC_BAD_REQUEST)
                && what.isOfTheEngine()
                && !subjects.isVisible(what);
        if (reason == null && !unseen) {
            return;
        }
        RefusedSubjects.Subject subject = subject(what, failure);
        if (unseen && !subject.exists()) {
            return;
        }
        String said = reason == null ? HIDDEN : reason;
        refusals.add(person, what.channel(), action(said, what), said, subject);
    }

    private static String action(String reason, RefusedRequest what) {
        return BY_TABLES.entrySet().stream()
                .filter(table -> reason.startsWith(table.getKey()))
                .map(table -> table.getValue() + reason.substring(table.getKey().length()))
                .findFirst()
                .orElseGet(what::action);
    }

    /** As the refusal says it, else as the address does. */
    private RefusedSubjects.Subject subject(RefusedRequest what, @Nullable Throwable failure) {
        Refusal refusal = failure == null ? null : Refusal.in(failure);
        Refusal.Subject said = refusal == null ? null : refusal.subject();
        return said == null ? subjects.of(what) : RefusedSubjects.Subject.ofTheLibrary(said);
    }

    /** Null where the request failed for another reason than a right. */
    private static @Nullable String reason(@Nullable Throwable failure, int status) {
        Refusal refusal = failure == null ? null : Refusal.in(failure);
        if (refusal != null) {
            return refusal.denied();
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CsrfException) {
                return null;
            }
            if (cause instanceof AuthorizationException || cause instanceof AccessDeniedException) {
                return DOOR;
            }
        }
        return status == HttpServletResponse.SC_FORBIDDEN ? DOOR : null;
    }
}
