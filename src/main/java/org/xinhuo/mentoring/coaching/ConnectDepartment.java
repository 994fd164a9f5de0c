package org.xinhuo.mentoring.coaching;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.log.CoachingLog;
import org.xinhuo.mentoring.log.LogKind;
import org.xinhuo.mentoring.log.NewEntry;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Directory;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** The mentor opens a door to another department; an optional duty, open while coaching is under way. */
@Component
public class ConnectDepartment {

    private final CoachingCases cases;
    private final OptionalDuties optional;
    private final Employees employees;
    private final Directory directory;
    private final Notices notices;
    private final CoachingLog log;
    private final MentoringRights rights;
    private final CompanyTime time;

    ConnectDepartment(
            CoachingCases cases,
            OptionalDuties optional,
            Employees employees,
            Directory directory,
            Notices notices,
            CoachingLog log,
            MentoringRights rights,
            CompanyTime time) {
        this.cases = cases;
        this.optional = optional;
        this.employees = employees;
        this.directory = directory;
        this.notices = notices;
        this.log = log;
        this.rights = rights;
        this.time = time;
    }

    /**
     * Stores it and tells the mentee and the contact. The department is the contact's.
     *
     * @param contactId id, or a name that only one bears, of somebody of another department than the mentee
     * @param purpose what the two shall talk about, up to 1000 characters
     * @return its id
     * @throws Refusal where neither the mentor nor who stands in acts, no coaching is under way or a value breaks its rule
     */
    @Transactional
    public long connect(String mentorshipId, String personId, @Nullable String contactId, @Nullable String purpose) {
        rights.check(personId, mentorshipId, MentoringAction.CONNECT_DEPARTMENT);
        CoachingCase coaching = cases.underWay(mentorshipId);
        String who = Given.text("contactId", contactId, 64);
        String what = Given.text("purpose", purpose, 1000);
        Employee contact = contact(who);
        Employee mentee = employees.get(coaching.menteeId());
        if (contact.department().equals(mentee.department())) {
            throw Refusal.invalid("contactId", "coaching.connection.sameDepartment", contact.name());
        }
        long id = optional.connect(coaching, personId, contact.department(), contact.id(), what);
        String key = OptionalDuty.CONNECT_DEPARTMENT + "/" + id;
        String mentor = employees.get(personId).name();
        notices.tell(
                mentee.id(),
                key,
                "coaching.notice.connection",
                "/mentorships/" + mentorshipId + "/coaching",
                mentor,
                contact.name(),
                contact.department(),
                what);
        if (!contact.id().equals(personId)) {
            notices.tell(
                    contact.id(),
                    key,
                    "coaching.notice.contact",
                    null,
                    mentor,
                    mentee.name(),
                    mentee.department(),
                    what);
        }
        log.record(NewEntry.of(mentorshipId, LogKind.RECOMMENDATION, personId, what)
                .source(OptionalDuty.CONNECT_DEPARTMENT + "/" + id)
                .headline("mentoring.log.recommendation.connection", contact.name(), contact.department()));
        return id;
    }

    /** People know names, not ids; a name that two bear is asked for again. */
    private Employee contact(String idOrName) {
        Optional<Employee> byId = employees.findById(idOrName).filter(employee -> employee.isActiveOn(time.today()));
        if (byId.isPresent()) {
            return byId.get();
        }
        List<Directory.Entry> named = directory.find(
                new Directory.Search(null, idOrName, null, null, null, null), Directory.Sorting.ID, false, 0, 2);
        if (named.size() > 1) {
            throw Refusal.invalid("contactId", "coaching.connection.severalSo", idOrName);
        }
        if (named.isEmpty()) {
            throw Refusal.invalid("contactId", "people.unknownEmployee", idOrName);
        }
        return employees.get(named.get(0).id());
    }
}
