package org.xinhuo.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.xinhuo.people.Groups;

/**
 * Looks the person up again with every request: groups follow the tables without a new login, and who left the company
 * is logged in no longer.
 */
final class LivePersonFilter extends OncePerRequestFilter {

    private static final String GROUPS = LivePersonFilter.class.getName() + ".groups";

    private final Groups groups;

    LivePersonFilter(Groups groups) {
        this.groups = groups;
    }

    /** The groups of the person who makes this request. */
    @SuppressWarnings("unchecked")
    static Set<String> groups(HttpServletRequest request) {
        Object known = request.getAttribute(GROUPS);
        return known == null ? Set.of() : (Set<String>) known;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login instanceof UsernamePasswordAuthenticationToken && login.isAuthenticated()) {
            Set<String> now = groups.of(login.getName());
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            if (now.contains("employee")) {
                UsernamePasswordAuthenticationToken person = Person.loggedIn(login.getName(), now);
                person.setDetails(login.getDetails());
                context.setAuthentication(person);
                request.setAttribute(GROUPS, now);
            }
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }
}
