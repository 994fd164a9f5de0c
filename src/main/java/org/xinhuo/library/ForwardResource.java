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
    private final ResourceGrants grants;
    private final ResourceViews views;
    private final Employees employees;
    private final Notices notices;
    private final CompanyTime time;

    ForwardResource(
            ResourceAccess access,
            ResourceGrants grants,
            ResourceViews views,
            Employees employees,
            Notices notices,
            CompanyTime time) {
        this.access = access;
        this.grants = grants;
        this.views = views;
        this.employees = employees;
        this.notices = notices;
        this.time = time;
    }

    /**
     * The owner passes on later versions too; everybody else what he has himself now.
     *
     * @return who can read it now, in the order asked for
     * @throws Refusal where the forwarder has no access, or somebody is unknown or has left
     */
    @Transactional
    public List<String> forward(String resourceId, String personId, Collection<String> employeeIds) {
        ResourceAccess.Readable readable = access.readable(resourceId, personId);
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
        boolean owner = resource.isOwner(personId);
        String forwarder = employees.get(personId).name();
        for (String recipient : recipients) {
            if (!resource.isOwner(recipient)) {
                grants.give(
                        resourceId,
                        recipient,
                        personId,
                        owner ? null : readable.newest().number());
                notices.tell(
                        recipient,
                        "resource/" + resourceId + "/forwarded/" + personId,
                        "library.notice.forwarded",
                        "/library/" + resourceId,
                        forwarder,
                        resource.title());
            }
        }
        views.reused(resourceId, personId, ResourceViews.Reuse.FORWARDED);
        return List.copyOf(recipients);
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
