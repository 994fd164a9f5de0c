package org.xinhuo.mentoring.materials;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.library.ResourceShared;
import org.xinhuo.mentoring.log.CoachingLog;
import org.xinhuo.mentoring.log.LogKind;
import org.xinhuo.mentoring.log.NewEntry;

/** A file that one of a pair shares stands in their coaching log, in the same transaction. */
@Component
class LogSharedFile {

    private final CoachingLog log;

    LogSharedFile(CoachingLog log) {
        this.log = log;
    }

    @EventListener
    @Transactional
    public void on(ResourceShared shared) {
        log.record(NewEntry.of(
                        shared.mentorshipId(),
                        LogKind.FILE,
                        shared.ownerId(),
                        shared.title() + " (" + shared.fileName() + ")")
                .source(shared.resourceId() + "/" + shared.version()));
    }
}
