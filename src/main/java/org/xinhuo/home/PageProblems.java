package org.xinhuo.home;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xinhuo.base.Problem;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;

/**
 * What a page does with a refusal. A page that may not be read says why. A form that was sent goes back to its page with
 * {@code refused}, the sentence, and {@code typed}, what was typed by parameter name: nobody types anything twice.
 */
@ControllerAdvice(annotations = Controller.class)
class PageProblems {

    private final Texts texts;
    private final VisitorAdvice visitors;

    PageProblems(Texts texts, VisitorAdvice visitors) {
        this.texts = texts;
        this.visitors = visitors;
    }

    @ExceptionHandler(Refusal.class)
    ModelAndView refused(Refusal refusal, HttpServletRequest request, RedirectAttributes after) {
        return answer(Problem.status(refusal), texts.sentence(refusal), request, after);
    }

    @ExceptionHandler(ConcurrencyFailureException.class)
    ModelAndView changedMeanwhile(HttpServletRequest request, RedirectAttributes after) {
        return answer(HttpStatus.CONFLICT, texts.text("base.changedMeanwhile"), request, after);
    }

    private ModelAndView answer(
            HttpStatus status, String sentence, HttpServletRequest request, RedirectAttributes after) {
        String page = request.getMethod().equals("POST") ? pageOfTheForm(request) : null;
        if (page != null) {
            after.addFlashAttribute("refused", sentence);
            after.addFlashAttribute("typed", typed(request));
            return new ModelAndView("redirect:" + page);
        }
        // Spring MVC asks no advice for a model here, and the layout of every page needs to know who is there.
        Visitor visitor = visitors.visitor(request.getUserPrincipal(), request, LocaleContextHolder.getLocale());
        return new ModelAndView(
                "error", Map.of("status", status.value(), "sentence", sentence, "visitor", visitor), status);
    }

    private static Map<String, String> typed(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(parameter -> !parameter.getKey().startsWith("_") && parameter.getValue().length > 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, parameter -> parameter.getValue()[0]));
    }

    /** Where the form stood, by what the browser says: path and query alone, so that nobody is sent elsewhere. */
    private static @Nullable String pageOfTheForm(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        if (referer == null) {
            return null;
        }
        try {
            URI address = URI.create(referer);
            String path = address.getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//")) {
                return null;
            }
            String query = address.getRawQuery();
            return query == null ? path : path + "?" + query;
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }
}
