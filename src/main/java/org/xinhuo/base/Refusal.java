package org.xinhuo.base;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the product said no; nothing was stored. Carries a message code, not a sentence: the boundary (page, REST,
 * Tasklist) speaks it in the user's language through {@link Texts}.
 */
public class Refusal extends RuntimeException {

    /** Why, as far as a caller over HTTP is concerned. */
    public enum Kind {
        /** A value breaks a rule: 400 on forms, 422 for whole files. */
        INVALID,
        /** The person may not do this: 403. */
        FORBIDDEN,
        /** There is no such thing, or none this person may know of: 404. */
        NOT_FOUND,
        /** The thing is in a state that does not allow it: 409. */
        CONFLICT,
        /** A file is larger than allowed: 413. */
        TOO_LARGE,
        /** Something outside the house that is needed does not answer; later it may: 503. */
        UNAVAILABLE
    }

    /** What PostgreSQL answers to U+0000: as text, and within JSON. */
    private static final Set<String> NO_SUCH_CHARACTER = Set.of("22021", "22P05");

    private final Kind kind;
    private final String code;
    private final List<Object> arguments;
    private final @Nullable String field;
    private final @Nullable Subject subject;
    private final @Nullable String concealed;

    /**
     * What a refusal was about, for the trail that auditors read.
     *
     * @param businessKey of the mentorship or other process, or ""
     * @param resourceId of a file of the library, or ""
     */
    public record Subject(String businessKey, String resourceId) {}

    private Refusal(Kind kind, String code, @Nullable String field, Object... arguments) {
        this(kind, code, field, List.of(arguments), null, null);
    }

    private Refusal(
            Kind kind,
            String code,
            @Nullable String field,
            List<Object> arguments,
            @Nullable Subject subject,
            @Nullable String concealed) {
        super(code + arguments);
        this.kind = kind;
        this.code = code;
        this.field = field;
        this.arguments = arguments;
        this.subject = subject;
        this.concealed = concealed;
    }

    /** A value of a named field breaks a rule. */
    public static Refusal invalid(String field, String code, Object... arguments) {
        return new Refusal(Kind.INVALID, code, field, arguments);
    }

    /** A rule over more than one value is broken. */
    public static Refusal invalid(String code) {
        return new Refusal(Kind.INVALID, code, null);
    }

    public static Refusal forbidden(String code, Object... arguments) {
        return new Refusal(Kind.FORBIDDEN, code, null, arguments);
    }

    public static Refusal notFound(String code, Object... arguments) {
        return new Refusal(Kind.NOT_FOUND, code, null, arguments);
    }

    public static Refusal conflict(String code, Object... arguments) {
        return new Refusal(Kind.CONFLICT, code, null, arguments);
    }

    public static Refusal tooLarge(String code, Object... arguments) {
        return new Refusal(Kind.TOO_LARGE, code, null, arguments);
    }

    public static Refusal unavailable(String code, Object... arguments) {
        return new Refusal(Kind.UNAVAILABLE, code, null, arguments);
    }

    /** The same, and the trail of refusals says what it was about; who is refused is told nothing of it. */
    public Refusal about(String businessKey, String resourceId) {
        return new Refusal(kind, code, field, arguments, new Subject(businessKey, resourceId), concealed);
    }

    /**
     * The same words to who is refused, such as that there is no such thing; for the trail it is a refusal for want of a
     * right, with this code.
     */
    public Refusal concealing(String deniedCode) {
        return new Refusal(kind, code, field, arguments, subject, deniedCode);
    }

    /**
     * The refusal behind a failure, however deep others have wrapped it; null where there is none. That the database
     * cannot keep a character is one as well, whichever way it came in.
     */
    public static @Nullable Refusal in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof SQLException answer
                    && NO_SUCH_CHARACTER.contains(String.valueOf(answer.getSQLState()))) {
                return invalid("base.notAText");
            }
        }
        return null;
    }

    public Kind kind() {
        return kind;
    }

    /** The key in the message bundles; stable, and the last part of a problem document's {@code type}. */
    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    /** The field that the value came in, or null where the rule is about more than one. */
    public @Nullable String field() {
        return field;
    }

    /** What it was about, or null where the address of the request says so. */
    public @Nullable Subject subject() {
        return subject;
    }

    /** Why, where it was for want of a right, whatever was said to who was refused; null for all other reasons. */
    public @Nullable String denied() {
        return kind == Kind.FORBIDDEN ? code : concealed;
    }
}
