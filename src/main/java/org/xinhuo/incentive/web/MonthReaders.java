package org.xinhuo.incentive.web;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;

/** Who reads a lecturer's month, and who sees and requests corrections. */
@Component
class MonthReaders {

    private static final Set<String> READ_EVERYBODYS = Set.of("hr", "auditor", "camunda-admin");

    private static final Set<String> CORRECT = Set.of("hr", "camunda-admin");

    private final Employees employees;
    private final Groups groups;

    MonthReaders(Employees employees, Groups groups) {
        this.employees = employees;
        this.groups = groups;
    }

    boolean readsAll(String reader) {
        return groups.of(reader).stream().anyMatch(READ_EVERYBODYS::contains);
    }

    boolean corrects(String person) {
        return groups.of(person).stream().anyMatch(CORRECT::contains);
    }

    /** For the lecturer, the manager, HR, auditors and administrators. @throws Refusal for everybody else */
    void refuseStrangers(String lecturerId, String reader) {
        if (reader.equals(lecturerId)
                || readsAll(reader)
                || employees
                        .findById(lecturerId)
                        .map(lecturer -> reader.equals(lecturer.managerId()))
                        .orElse(false)) {
            return;
        }
        throw Refusal.forbidden("incentive.notYourMonth");
    }

    /** @throws Refusal unless this person sees corrections */
    void refuseUnlessReadsAll(String reader) {
        refuseUnlessReadsAll(reader, "correction.notYours");
    }

    /** @throws Refusal unless this person sees the results that wait for confirmation */
    void refuseUnlessReadsDrafts(String reader) {
        refuseUnlessReadsAll(reader, "score.drafts.notYours");
    }

    private void refuseUnlessReadsAll(String reader, String sentence) {
        if (!readsAll(reader)) {
            throw Refusal.forbidden(sentence);
        }
    }
}
