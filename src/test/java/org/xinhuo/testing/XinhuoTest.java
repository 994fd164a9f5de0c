package org.xinhuo.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a real PostgreSQL, without a web server and without a job executor: the test fires jobs by
 * hand and moves the clock. Every test begins with an empty company.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.MOCK,
        properties = {"camunda.bpm.job-execution.enabled=false"})
@ActiveProfiles("test")
@ContextConfiguration(initializers = TestPostgres.class)
@Import({TestCompany.class, EngineDriver.class, SqlCount.class, SqlFaults.class, NothingByItself.class})
@ExtendWith(EmptyCompany.class)
public @interface XinhuoTest {}
