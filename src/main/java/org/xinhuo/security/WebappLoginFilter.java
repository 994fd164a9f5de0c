package org.xinhuo.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * One login for Tasklist and Cockpit: who is logged in here is logged in there, as the same person with the groups of
 * this moment. Camunda's own filter for this looks only at some of the webapps' addresses and keeps groups for minutes.
 */
final class WebappLoginFilter extends OncePerRequestFilter {

    /** Logging out of Tasklist or Cockpit is logging out of everything. */
    private static final Pattern LOGOUT = Pattern.compile(".*/camunda/api/admin/auth/user/[^/]+/logout/?");

    private final ProcessEngine engine;

    WebappLoginFilter(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal person = request.getUserPrincipal();
        if (person != null) {
            HttpSession session = request.getSession();
            Authentications logins = AuthenticationUtil.getAuthsFromSession(session);
            if (!isCurrent(logins, person.getName(), LivePersonFilter.groups(request))) {
                UserAuthentication login = AuthenticationUtil.createAuthentication(
                        engine, person.getName(), List.copyOf(LivePersonFilter.groups(request)), List.of());
                if (login == null) {
                    response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
                    return;
                }
                logins.addOrReplace(login);
                AuthenticationUtil.updateSession(session, logins);
            }
        }
        chain.doFilter(request, response);
        if (LOGOUT.matcher(request.getRequestURI()).matches() && response.getStatus() < 300) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
    }

    private boolean isCurrent(Authentications logins, String id, Set<String> groups) {
        return logins.getAuthenticationForProcessEngine(engine.getName()) instanceof UserAuthentication known
                && id.equals(known.getIdentityId())
                && known.getGroupIds() != null
                && groups.equals(Set.copyOf(known.getGroupIds()));
    }
}
