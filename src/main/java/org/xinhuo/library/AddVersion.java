package org.xinhuo.library;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.base.Refusal;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employees;

/** The owner of a resource brings a better file; the earlier ones stay. */
@Component
public class AddVersion {

    private final ResourceAccess access;
    private final ExpectSharing expectSharing;
    private final ReceiveFile receiveFile;
    private final PendingUploads pending;
    private final Resources resources;
    private final ResourceVersions versions;
    private final ResourceGrants grants;
    private final ResourceAudience audience;
    private final Employees employees;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    AddVersion(
            ResourceAccess access,
            ExpectSharing expectSharing,
            ReceiveFile receiveFile,
            PendingUploads pending,
            Resources resources,
            ResourceVersions versions,
            ResourceGrants grants,
            ResourceAudience audience,
            Employees employees,
            Notices notices,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.access = access;
        this.expectSharing = expectSharing;
        this.receiveFile = receiveFile;
        this.pending = pending;
        this.resources = resources;
        this.versions = versions;
        this.grants = grants;
        this.audience = audience;
        this.employees = employees;
        this.notices = notices;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * Of two versions that come at the same moment, one is refused.
     *
     * @return the number of the new version
     * @throws Refusal for everybody but the owner, and where the file may not come in
     */
    public int add(String resourceId, String personId, Upload upload) {
        // Tried on a copy first: a file that may not come in anyway need not travel to the storage.
        expectMayAdd(resourceId, personId).nextVersion();
        ReceivedFile file = receiveFile.receive(upload);
        Integer number = transaction.execute(open -> {
            pending.claim(file.key());
            Resource resource = expectMayAdd(resourceId, personId);
            int next = resource.nextVersion();
            resources.saveAndFlush(resource);
            versions.add(resourceId, next, file);
            tell(resource, next, file.name());
            return next;
        });
        return number == null ? 0 : number;
    }

    /** Among a pair it is shared like a new file: who has left it, brings nothing more into it. */
    private Resource expectMayAdd(String resourceId, String personId) {
        Resource resource = access.changeable(resourceId, personId);
        String mentorshipId = resource.mentorshipId();
        if (mentorshipId != null) {
            expectSharing.in(mentorshipId, personId);
        }
        return resource;
    }

    /** Those who may have the new version and know the earlier ones. */
    private void tell(Resource resource, int number, FileName name) {
        Set<String> readers = new TreeSet<>(grants.openFor(resource.id()));
        String mentorshipId = resource.mentorshipId();
        if (mentorshipId != null) {
            readers.addAll(audience.present(mentorshipId));
            events.publishEvent(new ResourceShared(
                    resource.id(), number, mentorshipId, resource.ownerId(), resource.title(), name.value()));
        }
        readers.remove(resource.ownerId());
        String owner = employees.get(resource.ownerId()).name();
        readers.forEach(reader -> notices.tell(
                reader,
                "resource/" + resource.id() + "/version/" + number,
                "library.notice.newVersion",
                "/library/" + resource.id(),
                owner,
                resource.title(),
                number));
    }
}
