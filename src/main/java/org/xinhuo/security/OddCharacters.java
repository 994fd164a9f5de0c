package org.xinhuo.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.xinhuo.base.Refusal;

/**
 * Refuses the one character that no text column holds, U+0000, in whatever is typed into a form or stands in the
 * address of a page, before the page looks anything up. It is answered as any other refusal of a field: a form goes back
 * to its page. {@code /api} and {@code /engine-rest} have their own checks, and what passes them is refused where the
 * database refuses it ({@link Refusal#in}).
 */
@Configuration(proxyBeanMethods = false)
class OddCharacters implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // What failed is told by a page of its own, which has the same address.
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && !AnnotatedElementUtils.hasAnnotation(method.getBeanType(), RestController.class)) {
            expectText(request);
        }
        return true;
    }

    private static void expectText(HttpServletRequest request) {
        try {
            request.getParameterMap().forEach((name, values) -> {
                if (Arrays.stream(values).anyMatch(value -> value != null && value.indexOf('\0') >= 0)) {
                    throw Refusal.invalid(name, "form.notAText", name);
                }
            });
        } catch (RequestRejectedException oddName) {
            throw Refusal.invalid("base.notAText");
        }
    }
}
