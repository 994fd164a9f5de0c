package org.xinhuo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The last line of a start: where to go, and in the demo as whom. */
@Component
class ReadyLine {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyLine.class);

    private final boolean demo;

    ReadyLine(@Value("${xinhuo.demo}") boolean demo) {
        this.demo = demo;
    }

    @EventListener
    void say(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            LOG.info(
                    "Xinhuo is ready after {} s: http://localhost:{}{}",
                    ready.getTimeTaken() == null ? "?" : ready.getTimeTaken().toSeconds(),
                    web.getWebServer().getPort(),
                    demo ? " - log in as mei, wang, li, zhao, han, qin, shen or admin; the name is the password" : "");
        }
    }
}
