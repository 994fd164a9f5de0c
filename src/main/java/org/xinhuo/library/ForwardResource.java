package org.xinhuo.library;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** Who has a resource passes it on to colleagues; counts as reuse by the one who forwards. */
@Component
public class ForwardResource {

    private static final int MOST_AT_ONCE = 100;

    private final ResourceAccess access;
    private final LibraryRights rights;
    private final ResourceGrants grants;
    private final ResourceViews views;
    private final Employees employees;
    private final Notices notices;
    private final CompanyTime time;

    ForwardResource(
            ResourceAccess access,
            LibraryRights rights,
            ResourceGrants grants,
            ResourceViews views,
            Employees employees,
            Notices notices,
            CompanyTime time) {
        this.access = access;
        this.rights = rights;
        this.grants = grants;
        this.views = views;
        this.employees = employees;
        this.notices = notices;
        this.time = time;
    }

    /**
     * The owner passes on every version, later ones too; everybody else just the versions that he has himself now. What a
     * pair shares goes beyond the pair by its owner alone, unless the table of rights lets others; who has it already may
     * always be pointed to it.
     *
     * @return who can read it now, in the order asked for
     * @throws Refusal where the forwarder has no access or may not pass it on, or somebody is unknown or has left
     */
    @Transactional
    public List<String> forward(String resourceId, String personId, Collection<String> employeeIds) {
        ResourceAccess.Readable readable = access.readable(resourceId, personId, LibraryAction.FORWARD);
        Set<String> recipients = new LinkedHashSet<>(employeeIds);
        if (recipients.isEmpty() || recipients.stream().anyMatch(Objects::isNull)) {
            throw Refusal.invalid("employeeIds", "form.required", "employeeIds");
        }
        if (recipients.size() > MOST_AT_ONCE) {
            throw Refusal.invalid("employeeIds", "library.tooManyRecipients", MOST_AT_ONCE);
        }
        if (recipients.contains(personId)) {
            throw Refusal.invalid("employeeIds", "library.forwardToSelf");
        }
        expectColleagues(recipients);
        Resource resource = readable.resource();
        boolean mayForward = rights.mayForward(personId, resource);
        String forwarder = employees.get(personId).name();
        for (String recipient : recipients) {
            if (mayForward) {
                give(readable, recipient, personId);
            } else if (!has(recipient, readable)) {
                throw LibraryRights.refused(resource, LibraryAction.FORWARD);
            }
            if (!resource.isOwner(recipient)) {
                notices.tell(
                        recipient,
                        "resource/" + resourceId + "/forwarded/" + personId,
                        "library.notice.forwarded",
                        "/library/" + resourceId,
                        forwarder,
                        resource.title());
            }
        }
        views.reused(resource, personId, ResourceViews.Reuse.FORWARDED);
        return List.copyOf(recipients);
    }

    private void give(ResourceAccess.Readable readable, String recipient, String personId) {
        Resource resource = readable.resource();
        if (resource.isOwner(personId)) {
            grants.giveAll(resource.id(), recipient, personId);
        } else if (!resource.isOwner(recipient)) {
            grants.give(resource.id(), recipient, personId, numbers(readable.versions()));
        }
    }

    private boolean has(String recipient, ResourceAccess.Readable readable) {
        return numbers(access.reachable(readable.resource().id(), recipient)).containsAll(numbers(readable.versions()));
    }

    private static Set<Integer> numbers(List<ResourceVersion> versions) {
        return versions.stream().map(ResourceVersion::number).collect(Collectors.toSet());
    }

    private void expectColleagues(Set<String> recipients) {
        // The database refuses to be asked for a NUL, which no id has.
        Map<String, Employee> known =
                employees
                        .findAllById(recipients.stream()
                                .filter(recipient -> recipient.indexOf('\0') < 0)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Employee::id, employee -> employee));
        for (String recipient : recipients) {
            Employee employee = known.get(recipient);
            if (employee == null || !employee.isActiveOn(time.today())) {
                throw Refusal.invalid("employeeIds", "people.unknownEmployee", recipient);
            }
        }
    }
}
