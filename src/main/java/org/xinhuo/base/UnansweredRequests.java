package org.xinhuo.base;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * What never reaches a controller below {@code /api}, because nobody answers the address, the method or the media type,
 * is a problem document as well. Everywhere else Spring goes on as it would.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class UnansweredRequests {

    private final ApiProblems problems;

    UnansweredRequests(ApiProblems problems) {
        this.problems = problems;
    }

    @ExceptionHandler({
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeNotSupportedException.class,
        HttpMediaTypeNotAcceptableException.class
    })
    ResponseEntity<Object> unanswered(Exception failure, WebRequest request) throws Exception {
        ResponseEntity<Object> answer = request instanceof ServletWebRequest web
                        && web.getRequest().getServletPath().startsWith("/api/")
                ? problems.handleException(failure, request)
                : null;
        if (answer == null) {
            throw failure;
        }
        return answer;
    }
}
