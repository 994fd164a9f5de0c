package org.xinhuo.engine;

import java.util.Set;
import org.camunda.bpm.engine.rest.exception.ExceptionHandler;
import org.camunda.bpm.engine.rest.exception.ProcessEngineExceptionHandler;
import org.camunda.bpm.engine.rest.exception.RestExceptionHandler;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.springframework.stereotype.Component;

/** Camunda's REST interface with our answers to refusals. */
@Component
class RestInterface extends CamundaJerseyResourceConfig {

    @Override
    protected void registerCamundaRestResources() {
        // The one set that both /engine-rest and the webapps' own copy of it are built from.
        Set<Class<?>> configuration = CamundaRestResources.getConfigurationClasses();
        configuration.removeAll(
                Set.of(RestExceptionHandler.class, ProcessEngineExceptionHandler.class, ExceptionHandler.class));
        configuration.add(RestRefusals.class);
        super.registerCamundaRestResources();
    }
}
