package org.xinhuo.home;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Decides the language of a request: the one chosen by the switch ({@code ?lang=}, remembered in a cookie), else the
 * browser's. Whatever reads the request's locale afterwards, our pages, {@code /api} or {@code /engine-rest}, finds one
 * of the two languages that there are texts for.
 */
class LanguageFilter extends OncePerRequestFilter {

    /** The parameter of the switch and the cookie that remembers it; Tasklist's configuration reads the cookie too. */
    static final String NAME = "lang";

    static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    static final Locale ENGLISH = Locale.ENGLISH;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Locale switched = inQuery(request.getQueryString());
        if (switched != null) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(switched, request.isSecure()));
        }
        Locale chosen = switched != null ? switched : inCookie(request);
        chain.doFilter(new InLanguage(request, chosen != null ? chosen : ofBrowser(request)), response);
    }

    /** An error page speaks the same language as the page that failed. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** Read from the query alone: asking for a parameter would swallow the body of a posted form. */
    private static @Nullable Locale inQuery(@Nullable String query) {
        if (query == null) {
            return null;
        }
        return Arrays.stream(query.split("&"))
                .filter(part -> part.startsWith(NAME + "="))
                .map(part -> supported(part.substring(NAME.length() + 1)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Locale inCookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(cookie -> supported(cookie.getValue()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Locale ofBrowser(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return ENGLISH;
        }
        return Collections.list(request.getLocales()).stream()
                .map(locale -> supported(locale.toLanguageTag()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(ENGLISH);
    }

    /** Any Chinese reads zh-CN, any English reads en; null for what there are no texts for. */
    private static @Nullable Locale supported(String tag) {
        return switch (Locale.forLanguageTag(tag).getLanguage()) {
            case "zh" -> CHINESE;
            case "en" -> ENGLISH;
            default -> null;
        };
    }

    private static String cookie(Locale locale, boolean secure) {
        return ResponseCookie.from(NAME, locale.toLanguageTag())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .secure(secure)
                .build()
                .toString();
    }

    private static final class InLanguage extends HttpServletRequestWrapper {

        private final Locale locale;

        InLanguage(HttpServletRequest request, Locale locale) {
            super(request);
            this.locale = locale;
        }

        @Override
        public Locale getLocale() {
            return locale;
        }

        @Override
        public Enumeration<Locale> getLocales() {
            return Collections.enumeration(List.of(locale));
        }
    }
}
