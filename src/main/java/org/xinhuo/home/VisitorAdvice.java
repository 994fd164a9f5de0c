package org.xinhuo.home;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;
import org.xinhuo.base.Texts;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;

/** Gives every page what the layout shows: who is there, what they may open, the switch of language. */
@ControllerAdvice(annotations = Controller.class)
class VisitorAdvice {

    private final Employees employees;
    private final Groups groups;
    private final Texts texts;

    VisitorAdvice(Employees employees, Groups groups, Texts texts) {
        this.employees = employees;
        this.groups = groups;
        this.texts = texts;
    }

    @ModelAttribute("visitor")
    Visitor visitor(@Nullable Principal principal, HttpServletRequest request, Locale locale) {
        String id = principal == null ? null : principal.getName();
        return new Visitor(
                id,
                () -> id == null ? null : employees.findById(id).orElse(null),
                () -> id == null ? Set.of() : groups.of(id),
                locale,
                texts,
                switchLink(request, locale),
                request.getRequestURI());
    }

    private static String switchLink(HttpServletRequest request, Locale locale) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : "/";
        Locale other = locale.equals(LanguageFilter.CHINESE) ? LanguageFilter.ENGLISH : LanguageFilter.CHINESE;
        try {
            return switchLink(path, failed == null ? request.getQueryString() : null, other);
        } catch (IllegalArgumentException illEncoded) {
            // Such as ?x=%zz, which the container lets pass.
            return switchLink(path, null, other);
        }
    }

    private static String switchLink(String path, @Nullable String query, Locale other) {
        return UriComponentsBuilder.fromPath(path)
                .query(query)
                .replaceQueryParam(LanguageFilter.NAME, other.toLanguageTag())
                .build(true)
                .toUriString();
    }
}
