package org.xinhuo;

import java.util.Objects;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.xinhuo.engine.ProcessBean;

/**
 * Short bean names belong to the models: the delegate of the element {@code planShare} is the bean {@code planShare}.
 * The use case {@code PlanShare} behind it, like everything that no model names, goes by its full class name.
 */
class BeanNames extends AnnotationBeanNameGenerator {

    @Override
    protected String buildDefaultBeanName(BeanDefinition definition) {
        boolean forModels = definition instanceof AnnotatedBeanDefinition annotated
                && annotated.getMetadata().hasAnnotation(ProcessBean.class.getName());
        return forModels
                ? super.buildDefaultBeanName(definition)
                : Objects.requireNonNull(definition.getBeanClassName());
    }
}
