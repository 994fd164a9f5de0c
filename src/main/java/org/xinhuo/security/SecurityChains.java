package org.xinhuo.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.xinhuo.base.RefusalTrail;
import org.xinhuo.people.Groups;

/** What stands in front of everything: who must log in where, and how. */
@Configuration
class SecurityChains {

    /** Our pages load nothing from elsewhere and run no script that stands in a page. */
    private static final String OWN_PAGES_CSP =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self';"
                    + " form-action 'self'; frame-ancestors 'none'";

    private static final Pattern SHUT =
            Pattern.compile("/camunda/api/admin/(setup(/.*)?|auth/user/[^/]*/login(/.*)?)", Pattern.CASE_INSENSITIVE);

    private final Groups groups;
    private final ProcessEngine engine;
    private final ApiAnswers answers;
    private final RefusalTrail trail;

    SecurityChains(Groups groups, ProcessEngine engine, ApiAnswers answers, RefusalTrail trail) {
        this.groups = groups;
        this.engine = engine;
        this.answers = answers;
        this.trail = trail;
    }

    /** For programs and for the scripts of our pages: HTTP Basic or the session, and never a redirect. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, LoginProvider login) throws Exception {
        http.securityMatcher(under("/api", "/engine-rest", "/v3"))
                .authenticationProvider(login)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(answers))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens())
                        .csrfTokenRequestHandler(new CsrfRules.Handler())
                        .requireCsrfProtectionMatcher(CsrfRules::applyToApi))
                .headers(this::headers)
                .addFilterBefore(new LivePersonFilter(groups), AuthorizationFilter.class)
                .addFilterBefore(new RefusalFilter(trail), AuthorizationFilter.class)
                .addFilterAfter(new ActingPersonFilter(engine.getIdentityService()), AuthorizationFilter.class);
        return http.build();
    }

    /** For people: our own login page, for our pages and the webapps alike. */
    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, LoginProvider login) throws Exception {
        RequestMatcher webapps = under("/camunda");
        RequestMatcher webappCalls = under("/camunda/api");
        HttpSessionRequestCache pagesOnly = new HttpSessionRequestCache();
        pagesOnly.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod())
                && !webappCalls.matches(request)
                && String.valueOf(request.getHeader("Accept")).contains("text/html"));
        http.authenticationProvider(login)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(under("/actuator/health"))
                        .permitAll()
                        .requestMatchers(get(under(
                                "/calendar",
                                "/login",
                                "/webjars",
                                "/css",
                                "/js",
                                "/images",
                                "/favicon.ico",
                                "/favicon.svg")))
                        .permitAll()
                        // Personal links to rate: the address is the right.
                        .requestMatchers(under("/r"))
                        .permitAll()
                        // Anybody checks a certificate whose number he has.
                        .requestMatchers(get(under("/certificates")))
                        .permitAll()
                        // The webapps' own ways to make an administrator and to log in; ours is the only one.
                        .requestMatchers(request -> SHUT.matcher(path(request)).matches())
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/login")
                        .failureHandler((request, response, failure) -> response.sendRedirect(request.getContextPath()
                                + (failure instanceof LockedException ? "/login?wait" : "/login?wrong"))))
                .logout(logout -> logout.logoutSuccessUrl("/login?loggedOut"))
                .requestCache(cache -> cache.requestCache(pagesOnly))
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), webappCalls)
                        .defaultAuthenticationEntryPointFor(
                                (request, response, failure) -> {
                                    response.setHeader("HX-Redirect", request.getContextPath() + "/login");
                                    response.setStatus(HttpStatus.UNAUTHORIZED.value());
                                },
                                new RequestHeaderRequestMatcher("HX-Request"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), request -> true))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens())
                        .csrfTokenRequestHandler(new CsrfRules.Handler())
                        .requireCsrfProtectionMatcher(CsrfRules::applyToPages))
                .headers(headers -> {
                    headers(headers);
                    headers.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                            request -> !webapps.matches(request),
                            new StaticHeadersWriter("Content-Security-Policy", OWN_PAGES_CSP)));
                })
                .addFilterBefore(new LivePersonFilter(groups), AuthorizationFilter.class)
                .addFilterBefore(new RefusalFilter(trail), AuthorizationFilter.class)
                .addFilterAfter(new ActingPersonFilter(engine.getIdentityService()), AuthorizationFilter.class)
                .addFilterAfter(new WebappLoginFilter(engine), AuthorizationFilter.class);
        return http.build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    private void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .contentTypeOptions(Customizer.withDefaults());
    }

    /** In a cookie that scripts of our own pages may read: htmx sends it back as the header X-XSRF-TOKEN. */
    private static CookieCsrfTokenRepository tokens() {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").path("/"));
        return tokens;
    }

    /**
     * One of these addresses or anything below. Compared with the path that the container has decoded and normalised;
     * patterns of Spring MVC would miss the engine's own servlets.
     */
    private static RequestMatcher under(String... roots) {
        return request -> {
            String path = path(request);
            return Arrays.stream(roots).anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
        };
    }

    private static RequestMatcher get(RequestMatcher matcher) {
        return request -> HttpMethod.GET.matches(request.getMethod()) && matcher.matches(request);
    }

    private static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }
}
