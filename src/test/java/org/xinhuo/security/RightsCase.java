package org.xinhuo.security;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.xinhuo.base.Refusal;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** Two people with a small process each, in a company with one of every role; called from outside over HTTP. */
@XinhuoWebTest
@Import(RightsCase.Beans.class)
abstract class RightsCase {

    /** The webapps' own copy of the REST interface. */
    static final String WEBAPP = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestCompany company;

    private Deployment deployment;
    Task meisTask;
    Task lisTask;

    @TestConfiguration
    static class Beans {

        @Bean
        JavaDelegate rightsTestCheck() {
            return execution -> {
                if (Boolean.TRUE.equals(execution.getVariable("refuse"))) {
                    throw Refusal.conflict("people.lastAdministrator");
                }
            };
        }

        @Bean
        JavaDelegate rightsTestRemind() {
            return execution -> {
                throw Refusal.forbidden("security.administratorsOnly");
            };
        }
    }

    @BeforeEach
    void twoPairs() {
        company.employee("zhao")
                .employee("mei", "Sales", "Consultant", "zhao")
                .employee("li")
                .employee("han")
                .employee("hua")
                .employee("qin")
                .employee("shen")
                .employee("admin")
                .role("han", "hr")
                .role("hua", "hr")
                .role("qin", "process-owner")
                .role("shen", "auditor")
                .role("admin", "camunda-admin");
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("models/rights-test.bpmn")
                .deploy();
        meisTask = taskOf("mei");
        lisTask = taskOf("li");
    }

    @AfterEach
    void undeploy() {
        engine.getIdentityService().clearAuthentication();
        engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
    }

    private Task taskOf(String person) {
        String instance = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "mentoring", "key-" + person, Map.of("person", person, "secret", "of " + person))
                .getId();
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult();
    }

    Caller as(String id) {
        return Caller.basic(port, id);
    }

    /** In a browser, with Camunda's token for what changes something. */
    Caller inWebapp(String id) {
        Caller caller = Caller.browser(port, id);
        caller.get("/camunda/app/tasklist/default/");
        return caller.with("X-XSRF-TOKEN", caller.cookie("XSRF-TOKEN"));
    }
}
