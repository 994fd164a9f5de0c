package org.xinhuo.mentoring.process;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** The people of {@link LoopStory}, asked for over HTTP. */
@XinhuoWebTest
public abstract class LoopOverHttp {

    @LocalServerPort
    protected int port;

    @Autowired
    protected TestCompany company;

    @Autowired
    protected ProcessEngine engine;

    @Autowired
    protected CompanyTime time;

    @Autowired
    protected MentoringProcess mentoring;

    protected LoopStory story;

    @BeforeEach
    void peopleOfTheLoop() {
        story = new LoopStory(engine, time).people(company);
    }
}
