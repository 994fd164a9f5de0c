package org.xinhuo.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.xinhuo.base.RefusalTrail;

/** Stands around everything that a person who is logged in can ask, and has every refusal written down. */
final class RefusalFilter extends OncePerRequestFilter {

    private final RefusalTrail trail;
    private final ErrorAttributes failures = new DefaultErrorAttributes();

    RefusalFilter(RefusalTrail trail) {
        this.trail = trail;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (AccessDeniedException denied) {
            trail.note(request, denied, HttpServletResponse.SC_FORBIDDEN);
            throw denied;
        }
        // A page that was refused answers with a page or a redirect; the failure behind it is kept beside.
        trail.note(request, failures.getError(new ServletWebRequest(request)), response.getStatus());
    }
}
