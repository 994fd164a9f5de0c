package org.xinhuo.engine;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * The beans that an expression in a model can name: delegates, listeners and what is marked {@link ProcessBean}. The
 * data source and the like have no name in a model. See {@link ProcessBean} for what this is not.
 */
final class ReachableBeans extends AbstractMap<Object, Object> {

    private final ApplicationContext context;

    ReachableBeans(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        if (!(name instanceof String bean) || !context.containsBean(bean)) {
            return false;
        }
        Class<?> type = context.getType(bean);
        return type != null
                && (JavaDelegate.class.isAssignableFrom(type)
                        || ExecutionListener.class.isAssignableFrom(type)
                        || TaskListener.class.isAssignableFrom(type)
                        || context.findAnnotationOnBean(bean, ProcessBean.class) != null);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return containsKey(name) ? context.getBean((String) Objects.requireNonNull(name)) : null;
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return Stream.of(context.getBeanDefinitionNames())
                .filter(this::containsKey)
                .map(name -> Map.<Object, Object>entry(name, context.getBean(name)))
                .collect(Collectors.toSet());
    }
}
