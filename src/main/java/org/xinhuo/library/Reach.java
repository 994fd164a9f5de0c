package org.xinhuo.library;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.xinhuo.people.Groups;

/**
 * What a person may have, as conditions of SQL over {@code resource r} and {@code resource_version v}; the one place
 * that says so, for lists and for single files.
 */
@Component
class Reach {

    /** The ids of resources of which the person may have some version; bind with {@link #bind}. */
    static final String RESOURCES = """
            select id from resource where owner_id = :person
            union select id from resource where mentorship_id = any(:mentorships)
            union select resource_id from resource_grant where employee_id = :person
            union select id from resource where audience = any(:readAsEmployee)
            """;

    /** Whether the person would have the version {@code v} of {@code r}, had it not been withdrawn. */
    static final String VERSION_EVER = """
            (r.owner_id = :person and r.audience = any(:readAsOwner)
              or r.audience = any(:readAsEmployee)
              or r.audience = any(:readAsRecipient)
                 and exists (select 1 from resource_grant g where g.resource_id = r.id and g.employee_id = :person
                             and g.versions @> v.number)
              or r.circle = any(:circles)
              or exists (select 1 from unnest(:mentorships, :since, :until) m (id, since, until)
                         where m.id = r.mentorship_id and v.uploaded_at >= cast(m.since as timestamptz)
                           and (m.until is null or v.uploaded_at < cast(m.until as timestamptz))))
            """;

    /** Whether the person may have the version {@code v} of {@code r}. */
    static final String VERSION = "r.withdrawn_at is null and " + VERSION_EVER;

    private final ResourceAudience audience;
    private final LibraryRights rights;
    private final Groups groups;

    Reach(ResourceAudience audience, LibraryRights rights, Groups groups) {
        this.audience = audience;
        this.rights = rights;
        this.groups = groups;
    }

    /** @param circle a circle to which the person is known to belong, if any: nobody lists all circles of a person */
    StatementSpec bind(StatementSpec statement, String personId, @Nullable String circle) {
        List<ResourceAudience.Membership> memberships = audience.of(personId);
        @Nullable String[] until = new @Nullable String[memberships.size()];
        for (int index = 0; index < until.length; index++) {
            Instant end = memberships.get(index).until();
            until[index] = end == null ? null : end.toString();
        }
        return statement
                .param("person", personId)
                .param("readAsOwner", rights.readable(Set.of(LibraryRightsTable.OWNER)))
                .param("readAsRecipient", rights.readable(Set.of(LibraryRightsTable.RECIPIENT)))
                .param("readAsEmployee", rights.readable(groups.of(personId)))
                .param(
                        "mentorships",
                        memberships.stream()
                                .map(ResourceAudience.Membership::mentorshipId)
                                .toArray(String[]::new))
                .param(
                        "since",
                        memberships.stream()
                                .map(membership -> membership.from().toString())
                                .toArray(String[]::new))
                .param("until", until)
                .param("circles", circle == null ? new String[0] : new String[] {circle});
    }
}
