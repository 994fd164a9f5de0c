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
 * The whole application behind a real port, for tests from outside over HTTP. No job executor: timers are fired over
 * {@code /engine-rest}. Every test begins with an empty company; as in the demo, an id is its own password.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.job-execution.enabled=false"})
@ActiveProfiles("test")
@ContextConfiguration(initializers = TestPostgres.class)
@Import({TestCompany.class, EngineDriver.class, SqlCount.class, SqlFaults.class, NothingByItself.class})
@ExtendWith(EmptyCompany.class)
public @interface XinhuoWebTest {}
