package org.xinhuo.home;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the language in front of everything that speaks. */
@Configuration(proxyBeanMethods = false)
class PageSettings {

    /** First of all, so that a refusal by security already speaks the reader's language. */
    @Bean
    FilterRegistrationBean<LanguageFilter> languageFilter() {
        FilterRegistrationBean<LanguageFilter> registration = new FilterRegistrationBean<>(new LanguageFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        return registration;
    }

    /** Behind the language, in front of the engine's own filters. */
    @Bean
    FilterRegistrationBean<FormLanguageFilter> formLanguageFilter(ObjectMapper json) {
        FilterRegistrationBean<FormLanguageFilter> registration =
                new FilterRegistrationBean<>(new FormLanguageFilter(json));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 11);
        registration.addUrlPatterns("/camunda/api/engine/*");
        return registration;
    }
}
