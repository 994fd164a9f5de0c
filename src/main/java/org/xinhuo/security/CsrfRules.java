package org.xinhuo.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/** Which requests must prove that they come from one of our own pages, and how. */
final class CsrfRules {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private CsrfRules() {}

    /**
     * A request that changes something and is sent by a browser on its own account, with the session's cookie or with
     * credentials that the browser remembers. A program that sends its own credentials needs no token, and who has
     * neither session nor credentials is asked to log in, not for a token.
     */
    static boolean applyToApi(HttpServletRequest request) {
        if (READING.contains(request.getMethod())) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        boolean fromElsewhere = "cross-site".equals(site) || "same-site".equals(site);
        boolean bySession = request.getHeader(HttpHeaders.AUTHORIZATION) == null && request.getSession(false) != null;
        return bySession || fromElsewhere;
    }

    /**
     * On our pages, everything that changes something; the webapps' own interface has Camunda's own filter. A personal
     * link to rate carries its right in its address, which no other site knows, and uses no cookie.
     */
    static boolean applyToPages(HttpServletRequest request) {
        return !READING.contains(request.getMethod())
                && !request.getServletPath().startsWith("/camunda/api/")
                && !request.getServletPath().startsWith("/r/");
    }

    /**
     * The token as a form field is masked anew each time, against guessing it from compressed pages; a script sends it
     * as it stands in the cookie or on the page.
     */
    static final class Handler implements CsrfTokenRequestHandler {

        private final CsrfTokenRequestAttributeHandler plain = new CsrfTokenRequestAttributeHandler();
        private final XorCsrfTokenRequestAttributeHandler masked = new XorCsrfTokenRequestAttributeHandler();

        @Override
        public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
            masked.handle(request, response, token);
        }

        @Override
        public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
            String unmasked = masked.resolveCsrfTokenValue(request, token);
            return unmasked != null ? unmasked : plain.resolveCsrfTokenValue(request, token);
        }
    }
}
