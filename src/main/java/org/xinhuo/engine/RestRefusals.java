package org.xinhuo.engine;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.support.WebApplicationContextUtils;
import org.xinhuo.base.Problem;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.RefusalTrail;
import org.xinhuo.base.Texts;

/**
 * Camunda's REST interface, and the webapps' own copy of it, answer a refusal with its sentence alone, in the caller's
 * language: 400 for a form, else what the kind of refusal says. All other failures are answered as Camunda does, but
 * that the mistakes of a caller are no failures of the server.
 */
@Provider
public class RestRefusals implements ExceptionMapper<Throwable> {

    @Context
    private @Nullable ServletContext servletContext;

    @Context
    private @Nullable HttpServletRequest request;

    @Override
    public Response toResponse(Throwable failure) {
        Response answer = answer(failure);
        bean(RefusalTrail.class).note(Objects.requireNonNull(request), failure, answer.getStatus());
        return answer;
    }

    private Response answer(Throwable failure) {
        Refusal refusal = Refusal.in(failure);
        String path = Objects.requireNonNull(request).getRequestURI();
        if (refusal == null) {
            refusal = CallersMistakes.said(failure, path);
        }
        if (refusal == null) {
            ExceptionHandlerHelper engines = ExceptionHandlerHelper.getInstance();
            Response answer = engines.getResponse(failure);
            return answer.getStatus() == Response.Status.INTERNAL_SERVER_ERROR.getStatusCode()
                            && CallersMistakes.isOne(failure, path)
                    ? engines.getResponse(
                            new RestException(Response.Status.BAD_REQUEST, CallersMistakes.inWords(failure)))
                    : answer;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("type", "Refusal");
        answer.put("message", bean(Texts.class).sentence(refusal));
        answer.put("code", null);
        answer.put("reason", refusal.code());
        if (refusal.field() != null) {
            answer.put("field", refusal.field());
        }
        int status = isForm(failure)
                ? Response.Status.BAD_REQUEST.getStatusCode()
                : Problem.status(refusal).value();
        return Response.status(status)
                .entity(answer)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private <T> T bean(Class<T> type) {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(Objects.requireNonNull(servletContext))
                .getBean(type);
    }

    private static boolean isForm(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FormFieldValidationException) {
                return true;
            }
        }
        return false;
    }
}
