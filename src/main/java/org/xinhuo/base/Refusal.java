package org.xinhuo.base;

import java.util.List;
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

    private final Kind kind;
    private final String code;
    private final List<Object> arguments;
    private final @Nullable String field;

    private Refusal(Kind kind, String code, @Nullable String field, Object... arguments) {
        super(code + List.of(arguments));
        this.kind = kind;
        this.code = code;
        this.field = field;
        this.arguments = List.of(arguments);
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

    /** The refusal behind a failure, however deep others have wrapped it; null where there is none. */
    public static @Nullable Refusal in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
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
}
