package org.xinhuo.mentoring.materials;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.library.ResourceShared;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.log.CoachingLog;
import org.xinhuo.mentoring.log.LogKind;
import org.xinhuo.mentoring.log.NewEntry;
import org.xinhuo.people.Competencies;
import org.xinhuo.people.Employees;

/** A file that one of a pair shares stands in their coaching log, in the same transaction. */
@Component
class LogSharedFile {

    private final CoachingLog log;
    private final Mentorships mentorships;
    private final Employees employees;
    private final Competencies competencies;

    LogSharedFile(CoachingLog log, Mentorships mentorships, Employees employees, Competencies competencies) {
        this.log = log;
        this.mentorships = mentorships;
        this.employees = employees;
        this.competencies = competencies;
    }

    @EventListener
    @Transactional
    public void on(ResourceShared shared) {
        String words = shared.title() + " (" + shared.fileName() + ")";
        String mentee = mentorships.get(shared.mentorshipId()).menteeId();
        log.record(NewEntry.of(shared.mentorshipId(), LogKind.FILE, shared.ownerId(), words)
                // A file's name joins its words by dashes and underscores.
                .about(competencies.namedIn(
                        words.replace('_', ' ').replace('-', ' '),
                        employees.get(mentee).job()))
                .source(shared.resourceId() + "/" + shared.version()));
    }
}
