package org.xinhuo.people;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;

/**
 * Which groups a person is in. They follow the tables: who has mentees' capacity is a mentor, whom somebody names as
 * manager is a manager; only four roles are given by hand.
 */
@Component
public class Groups {

    /** Roles that an administrator gives by hand. */
    public static final Set<String> GIVEN_BY_HAND = Set.of("hr", "process-owner", "auditor", "camunda-admin");

    /** All groups there are, in the order that pages list them. */
    public static final List<String> ALL =
            List.of("employee", "mentor", "lecturer", "manager", "hr", "process-owner", "auditor", "camunda-admin");

    /** One row a person and group; the shape that every reader of groups uses. {@code :today} is the day. */
    static final String MEMBERSHIP = """
            with active as not materialized (select id from employee
                where hired_on <= :today and (left_on is null or left_on > :today))
            select id as person, 'employee' as member_of from active
            union all select m.employee_id, 'mentor' from mentor m join active a on a.id = m.employee_id
            union all select l.employee_id, 'lecturer' from lecturer l join active a on a.id = l.employee_id
            union all select a.id, 'manager' from active a
                where exists (select 1 from employee e where e.manager_id = a.id)
            union all select r.employee_id, r.role from employee_role r join active a on a.id = r.employee_id
            """;

    private final JdbcClient jdbc;
    private final CompanyTime time;

    Groups(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Nobody's groups are empty: a person who is unknown, has left or is not hired yet has none. */
    @Transactional(readOnly = true)
    public Set<String> of(String personId) {
        return new TreeSet<>(jdbc.sql("select member_of from (" + MEMBERSHIP + ") g where person = :id")
                .param("id", personId)
                .param("today", time.today())
                .query(String.class)
                .set());
    }

    /** Everybody in a group, by id. */
    @Transactional(readOnly = true)
    public Set<String> members(String group) {
        return new LinkedHashSet<>(
                jdbc.sql("select person from (" + MEMBERSHIP + ") g where member_of = :group order by person")
                        .param("group", group)
                        .param("today", time.today())
                        .query(String.class)
                        .list());
    }

    /**
     * Replaces the roles that this person holds by hand.
     *
     * @throws Refusal where a role is not one of {@link #GIVEN_BY_HAND}, or the company would be left without an
     *     administrator
     */
    @Transactional
    public void giveRoles(String personId, Set<String> roles) {
        for (String role : roles) {
            if (!GIVEN_BY_HAND.contains(role)) {
                throw Refusal.invalid("roles", "people.roleNotGivenByHand", role);
            }
        }
        // Locked, so that two administrators cannot take the role from each other at the same moment.
        List<String> administrators = jdbc.sql(
                        "select employee_id from employee_role where role = 'camunda-admin' for update")
                .query(String.class)
                .list();
        jdbc.sql("delete from employee_role where employee_id = :id")
                .param("id", personId)
                .update();
        for (String role : roles) {
            jdbc.sql("insert into employee_role (employee_id, role) values (:id, :role)")
                    .param("id", personId)
                    .param("role", role)
                    .update();
        }
        if (administrators.contains(personId) && members("camunda-admin").isEmpty()) {
            throw Refusal.conflict("people.lastAdministrator");
        }
    }
}
