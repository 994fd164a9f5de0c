package org.xinhuo.base;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever goes wrong below {@code /api} into a problem document with a sentence in the user's language. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    private final Texts texts;
    private final RefusalTrail trail;

    ApiProblems(Texts texts, RefusalTrail trail) {
        this.texts = texts;
        this.trail = trail;
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Object> anything(Exception failure, WebRequest request) {
        Refusal refusal = Refusal.in(failure);
        if (refusal != null) {
            note(request, failure, Problem.status(refusal));
            return answer(
                    Problem.of(Problem.status(refusal), refusal.code(), texts.sentence(refusal), refusal.field()));
        }
        if (causedBy(failure, "org.camunda.bpm.engine.AuthorizationException")) {
            note(request, failure, HttpStatus.FORBIDDEN);
            return answer(problem(HttpStatus.FORBIDDEN, "base.forbidden"));
        }
        String correlation = UUID.randomUUID().toString();
        LOG.error("Unexpected failure {} of {}", correlation, request.getDescription(false), failure);
        ProblemDetail problem = problem(HttpStatus.INTERNAL_SERVER_ERROR, "base.unexpected", correlation);
        problem.setProperty("correlationId", correlation);
        return answer(problem);
    }

    /** Security answers it, which also knows whether somebody is logged in at all. */
    @ExceptionHandler(AccessDeniedException.class)
    void accessDenied(AccessDeniedException denied) {
        throw denied;
    }

    @ExceptionHandler(ConcurrencyFailureException.class)
    ResponseEntity<Object> changedMeanwhile(ConcurrencyFailureException failure) {
        return answer(problem(HttpStatus.CONFLICT, "base.changedMeanwhile"));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String field = failure.getCause() instanceof JsonMappingException mapping ? path(mapping) : "";
        if (field.isEmpty()) {
            return answer(problem(HttpStatus.BAD_REQUEST, "base.unreadable"));
        }
        return answer(Problem.of(
                HttpStatus.BAD_REQUEST, "base.wrongType", texts.text("base.wrongType", texts.label(field)), field));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        FieldError error = failure.getFieldError();
        String field = error == null ? "" : error.getField();
        return answer(Problem.of(
                HttpStatus.BAD_REQUEST, "base.wrongType", texts.text("base.wrongType", texts.label(field)), field));
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<Object> wrongType(MethodArgumentTypeMismatchException failure) {
        String field = failure.getName();
        return answer(Problem.of(
                HttpStatus.BAD_REQUEST, "base.wrongType", texts.text("base.wrongType", texts.label(field)), field));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(problem(HttpStatus.PAYLOAD_TOO_LARGE, "base.tooLarge"));
    }

    /** A form that breaks off, or is none. */
    @ExceptionHandler(MultipartException.class)
    ResponseEntity<Object> brokenForm(MultipartException failure) {
        return answer(problem(HttpStatus.BAD_REQUEST, "base.unreadable"));
    }

    /** Everything else that Spring MVC refuses by itself: wrong method, wrong media type, missing part. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpStatus known = HttpStatus.valueOf(status.value());
        if (known.is5xxServerError()) {
            return anything(failure, request);
        }
        String code = switch (known) {
            case NOT_FOUND -> "base.notFound";
            case METHOD_NOT_ALLOWED -> "base.methodNotAllowed";
            case UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE -> "base.mediaType";
            case PAYLOAD_TOO_LARGE -> "base.tooLarge";
            default -> "base.unreadable";
        };
        return ResponseEntity.status(known)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(known, code));
    }

    /** Before the answer leaves: who has read it finds it written down. */
    private void note(WebRequest request, Exception failure, HttpStatus status) {
        if (request instanceof ServletWebRequest web) {
            trail.note(web.getRequest(), failure, status.value());
        }
    }

    private ProblemDetail problem(HttpStatus status, String code, Object... arguments) {
        return Problem.of(status, code, texts.text(code, arguments));
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() != null ? step.getFieldName() : "[" + (step.getIndex() + 1) + "]")
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    /** By name: this package must not know the engine. */
    private static boolean causedBy(Throwable failure, String type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            for (Class<?> known = cause.getClass(); known != null; known = known.getSuperclass()) {
                if (known.getName().equals(type)) {
                    return true;
                }
            }
        }
        return false;
    }
}
