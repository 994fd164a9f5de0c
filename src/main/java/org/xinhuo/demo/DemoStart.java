package org.xinhuo.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Loads the demo company when the models are deployed and before the web server listens and jobs run: whoever sees the
 * login page can log in. Not a runner, which would keep the job executor from starting.
 */
@Component
@ConditionalOnProperty("xinhuo.demo-company")
class DemoStart implements SmartLifecycle {

    private final LoadDemoCompany load;
    private volatile boolean running;

    DemoStart(LoadDemoCompany load) {
        this.load = load;
    }

    @Override
    public void start() {
        load.once();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The web server starts near the end of all phases. */
    @Override
    public int getPhase() {
        return 0;
    }
}
