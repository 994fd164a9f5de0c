package org.xinhuo.mentoring.rights;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.Pairings;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;

/**
 * The one check of who may do what in a mentorship, after {@link RightsTable}. Whoever is one of the pair, or stands in
 * for the mentor, acts as that alone: a mentor who also works in HR gains nothing over the own mentee by it. Everybody
 * else may do what any of his or her roles may.
 */
@Component
public class MentoringRights {

    private final RightsTable table = RightsTable.read();
    private final Mentorships mentorships;
    private final Pairings pairings;
    private final Employees employees;
    private final Groups groups;
    private final CompanyTime time;
    private final ObjectProvider<StandIns> standIns;
    private final ObjectProvider<AskedMentors> askedMentors;

    MentoringRights(
            Mentorships mentorships,
            Pairings pairings,
            Employees employees,
            Groups groups,
            CompanyTime time,
            ObjectProvider<StandIns> standIns,
            ObjectProvider<AskedMentors> askedMentors) {
        this.mentorships = mentorships;
        this.pairings = pairings;
        this.employees = employees;
        this.groups = groups;
        this.time = time;
        this.standIns = standIns;
        this.askedMentors = askedMentors;
    }

    /** @throws Refusal where there is no such mentorship, or this person may not; it names the action */
    @Transactional(readOnly = true)
    public void check(String personId, String mentorshipId, MentoringAction action) {
        check(personId, mentorships.get(mentorshipId), action);
    }

    /** @throws Refusal where this person may not; it names the action */
    @Transactional(readOnly = true)
    public void check(String personId, Mentorship mentorship, MentoringAction action) {
        if (!may(personId, mentorship, action)) {
            throw refused(action);
        }
    }

    /** For what concerns a mentee who may be in no mentorship yet. @throws Refusal where this person may not */
    @Transactional(readOnly = true)
    public void check(String personId, Employee mentee, MentoringAction action) {
        Set<MentoringRole> roles =
                personId.equals(mentee.id()) ? EnumSet.of(MentoringRole.MENTEE) : companyRoles(personId, mentee);
        if (Collections.disjoint(roles, table.allowed(action))) {
            throw refused(action);
        }
    }

    /** Whether this person may. */
    @Transactional(readOnly = true)
    public boolean may(String personId, Mentorship mentorship, MentoringAction action) {
        return !Collections.disjoint(rolesOf(personId, mentorship), table.allowed(action));
    }

    /** What this person is to this mentorship now; never empty for an employee, always empty for who has left. */
    @Transactional(readOnly = true)
    public Set<MentoringRole> rolesOf(String personId, Mentorship mentorship) {
        Set<MentoringRole> pair = EnumSet.noneOf(MentoringRole.class);
        if (hasLeft(personId)) {
            // The pair parts in a step of its own; nobody is one of it until then who is gone.
            return pair;
        }
        if (personId.equals(mentorship.menteeId())) {
            pair.add(MentoringRole.MENTEE);
        } else if (personId.equals(mentorship.mentorId())) {
            pair.add(MentoringRole.MENTOR);
        } else if (standIns.stream().anyMatch(known -> known.standsIn(mentorship.id(), personId))) {
            pair.add(MentoringRole.SUBSTITUTE);
        }
        if (!pair.isEmpty()) {
            return pair;
        }
        Set<MentoringRole> roles = companyRoles(personId, employees.get(mentorship.menteeId()));
        if (pairings.earlierMentors(mentorship.id()).contains(personId)) {
            roles.add(MentoringRole.FORMER_MENTOR);
        }
        if (askedMentors.stream().anyMatch(known -> known.isAsked(mentorship.id(), personId))) {
            roles.add(MentoringRole.ASKED_MENTOR);
        }
        return roles;
    }

    /** Whether this person may in every mentorship of others, by a role in the company alone. */
    public boolean mayInAll(String personId, MentoringAction action) {
        return !Collections.disjoint(groupRoles(personId), table.allowed(action));
    }

    /** Whether this person may over many mentorships at once; a manager is one of anybody's. */
    public boolean may(String personId, CompanyAction action) {
        Set<MentoringRole> roles = groupRoles(personId);
        if (groups.of(personId).contains("manager")) {
            roles.add(MentoringRole.MANAGER);
        }
        return !Collections.disjoint(roles, table.allowed(action));
    }

    /** Whether the table allows this to a role, whoever holds it. */
    public boolean allows(MentoringRole role, MentoringAction action) {
        return table.allowed(action).contains(role);
    }

    private boolean hasLeft(String personId) {
        return employees
                .findById(personId)
                .filter(person -> person.isActiveOn(time.today()))
                .isEmpty();
    }

    private Set<MentoringRole> companyRoles(String personId, Employee mentee) {
        Set<MentoringRole> roles = groupRoles(personId);
        if (personId.equals(mentee.managerId()) && roles.contains(MentoringRole.COLLEAGUE)) {
            roles.add(MentoringRole.MANAGER);
        }
        return roles;
    }

    private Set<MentoringRole> groupRoles(String personId) {
        Set<MentoringRole> roles = EnumSet.noneOf(MentoringRole.class);
        for (String group : groups.of(personId)) {
            switch (group) {
                case "employee" -> roles.add(MentoringRole.COLLEAGUE);
                case "mentor" -> roles.add(MentoringRole.OTHER_MENTOR);
                case "hr" -> roles.add(MentoringRole.HR);
                case "auditor" -> roles.add(MentoringRole.AUDITOR);
                case "process-owner" -> roles.add(MentoringRole.PROCESS_OWNER);
                case "camunda-admin" -> roles.add(MentoringRole.ADMINISTRATOR);
                default -> {}
            }
        }
        return roles;
    }

    private static Refusal refused(MentoringAction action) {
        return Refusal.forbidden("rights.refused." + action.code());
    }
}
