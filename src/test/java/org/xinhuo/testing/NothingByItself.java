package org.xinhuo.testing;

import java.time.Clock;
import org.mockito.Mockito;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** What the application does every hour does not happen in the middle of a test that counts or compares. */
@TestComponent
public class NothingByItself implements SchedulingConfigurer {

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        TaskScheduler idle = Mockito.mock(TaskScheduler.class);
        Mockito.when(idle.getClock()).thenReturn(Clock.systemUTC());
        tasks.setTaskScheduler(idle);
    }
}
