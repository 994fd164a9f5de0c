package org.xinhuo.library;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** When unfinished uploads are swept: every hour, from ten minutes after the start on. */
@Configuration
@EnableScheduling
class LibrarySchedule {

    private static final Logger LOG = LoggerFactory.getLogger(LibrarySchedule.class);

    private final SweepUploads sweepUploads;

    LibrarySchedule(SweepUploads sweepUploads) {
        this.sweepUploads = sweepUploads;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        int removed = sweepUploads.sweep();
        if (removed > 0) {
            LOG.info("Removed {} uploads that were never finished", removed);
        }
    }
}
