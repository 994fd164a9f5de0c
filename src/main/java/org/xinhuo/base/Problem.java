package org.xinhuo.base;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Problem documents (RFC 9457) with a stable type: {@code urn:xinhuo:problem:<code>}. */
public final class Problem {

    private Problem() {}

    /**
     * @param code the stable last part of the type
     * @param sentence what happened, in the user's language
     */
    public static ProblemDetail of(HttpStatus status, String code, String sentence) {
        return of(status, code, sentence, null);
    }

    /** @param field the field that the problem is about, or null */
    public static ProblemDetail of(HttpStatus status, String code, String sentence, @Nullable String field) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setType(URI.create("urn:xinhuo:problem:" + code));
        problem.setTitle(status.getReasonPhrase());
        if (field != null) {
            problem.setProperty("field", field);
        }
        return problem;
    }

    /** The status of a refusal outside forms. */
    public static HttpStatus status(Refusal refusal) {
        return switch (refusal.kind()) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case TOO_LARGE -> HttpStatus.PAYLOAD_TOO_LARGE;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
