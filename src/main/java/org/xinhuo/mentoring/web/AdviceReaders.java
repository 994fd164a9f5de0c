package org.xinhuo.mentoring.web;

import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;

/**
 * Who reads what a mentor was advised: the mentor, HR and auditors. The mentee does not: nobody learns well whose
 * pupil reads along.
 */
@Component
class AdviceReaders {

    private final MentoringReaders readers;

    AdviceReaders(MentoringReaders readers) {
        this.readers = readers;
    }

    /** @throws Refusal for the mentee, and for everybody who may not read the mentorship */
    void check(String readerId, Mentorship mentorship) {
        readers.checkMentorship(readerId, mentorship);
        if (!mayRead(readerId, mentorship)) {
            throw Refusal.forbidden("coaching.advice.notForTheMentee");
        }
    }

    /** Of those who may read the mentorship. */
    boolean mayRead(String readerId, Mentorship mentorship) {
        return !readerId.equals(mentorship.menteeId());
    }
}
