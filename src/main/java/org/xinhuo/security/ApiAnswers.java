package org.xinhuo.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Problem;
import org.xinhuo.base.Texts;

/**
 * What {@code /api} and {@code /engine-rest} answer to who is not logged in or may not do it, and to addresses that are
 * none: never a redirect.
 */
@Component
class ApiAnswers implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private final Texts texts;
    private final ObjectMapper json;

    ApiAnswers(Texts texts, ObjectMapper json) {
        this.texts = texts;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof LockedException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
            write(response, HttpStatus.TOO_MANY_REQUESTS, "base.tooManyAttempts");
            return;
        }
        // A script of our pages gets no challenge, or the browser would open its own login window.
        if (request.getHeader("HX-Request") == null && request.getHeader("X-Requested-With") == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Xinhuo\", charset=\"UTF-8\"");
        }
        boolean wrong = failure instanceof BadCredentialsException;
        write(response, HttpStatus.UNAUTHORIZED, wrong ? "base.wrongLogin" : "base.loginNeeded");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        write(response, HttpStatus.FORBIDDEN, denied instanceof CsrfException ? "base.csrf" : "base.forbidden");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException odd)
            throws IOException {
        String path = request.getRequestURI();
        if (path.startsWith("/api/") || path.startsWith("/engine-rest/")) {
            // Refused before anything has looked for the language.
            boolean chinese = request.getLocale().getLanguage().equals("zh");
            Locale locale = chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
            write(response, HttpStatus.BAD_REQUEST, "base.oddAddress", texts.text(locale, "base.oddAddress"));
        } else {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        }
    }

    private void write(HttpServletResponse response, HttpStatus status, String code) throws IOException {
        write(response, status, code, texts.text(code));
    }

    private void write(HttpServletResponse response, HttpStatus status, String code, String sentence)
            throws IOException {
        ProblemDetail problem = Problem.of(status, code, sentence);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(json.writeValueAsString(problem));
    }
}
