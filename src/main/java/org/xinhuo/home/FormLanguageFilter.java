package org.xinhuo.home;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Gives Tasklist every form in the language of its reader; over {@code /engine-rest} forms stay as they are drawn. */
class FormLanguageFilter extends OncePerRequestFilter {

    private static final Pattern FORM = Pattern.compile(
            "/camunda/api/engine/engine/[^/]+/(task/[^/]+/deployed-form|process-definition/[^/]+/deployed-start-form)");

    private final ObjectMapper json;

    FormLanguageFilter(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !FORM.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (answer.getStatus() == HttpStatus.OK.value()) {
            byte[] drawn = answer.getContentAsByteArray();
            byte[] read = inLanguage(drawn, LanguageFilter.CHINESE.equals(request.getLocale()));
            answer.resetBuffer();
            answer.getOutputStream().write(read);
        }
        answer.copyBodyToResponse();
    }

    /** What is no form-js form, such as a page of HTML, goes through as it is. */
    private byte[] inLanguage(byte[] drawn, boolean chinese) throws IOException {
        JsonNode form;
        try {
            form = json.readTree(drawn);
        } catch (JacksonException notJson) {
            return drawn;
        }
        if (!form.isObject()) {
            return drawn;
        }
        new FormLanguage(chinese).leaveIn(form);
        return json.writeValueAsBytes(form);
    }
}
