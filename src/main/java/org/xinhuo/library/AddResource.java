package org.xinhuo.library;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employees;

/** Somebody brings a file into the library: for himself, for a mentorship, or for the company. */
@Component
public class AddResource {

    private static final int LONGEST_TITLE = 200;

    private final ReceiveFile receiveFile;
    private final PendingUploads pending;
    private final Resources resources;
    private final ResourceVersions versions;
    private final ResourceAudience audience;
    private final Employees employees;
    private final LibraryRights rights;
    private final ExpectSharing expectSharing;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final CompanyTime time;
    private final TransactionTemplate transaction;

    AddResource(
            ReceiveFile receiveFile,
            PendingUploads pending,
            Resources resources,
            ResourceVersions versions,
            ResourceAudience audience,
            Employees employees,
            LibraryRights rights,
            ExpectSharing expectSharing,
            Notices notices,
            ApplicationEventPublisher events,
            CompanyTime time,
            TransactionTemplate transaction) {
        this.receiveFile = receiveFile;
        this.pending = pending;
        this.resources = resources;
        this.versions = versions;
        this.audience = audience;
        this.employees = employees;
        this.rights = rights;
        this.expectSharing = expectSharing;
        this.notices = notices;
        this.events = events;
        this.time = time;
        this.transaction = transaction;
    }

    /**
     * The content is stored first and outside of any transaction, then the rows: a row never exists without content.
     *
     * @param title null or empty: the file's name without its extension
     * @param mentorshipId in which to share it, or null
     * @param forWhom {@code private}, {@code mentorship} or {@code company}; null or empty: as the mentorship says
     * @return the id of the new resource
     * @throws Refusal where the person may not share there, or the file may not come in
     */
    public String add(
            String personId,
            @Nullable String title,
            @Nullable String mentorshipId,
            @Nullable String forWhom,
            Upload upload) {
        String mentorship = mentorshipId == null || mentorshipId.isBlank() ? null : mentorshipId;
        return bringIn(personId, title, chosen(forWhom, mentorship), mentorship, null, upload);
    }

    /**
     * The same for a circle of people.
     *
     * @param circle as {@link ResourceCircles} knows it
     * @return the id of the new resource
     * @throws Refusal where the person may bring nothing into it, or the file may not come in
     */
    public String addToCircle(String personId, @Nullable String title, String circle, Upload upload) {
        return bringIn(personId, title, Resource.Audience.CIRCLE, null, circle, upload);
    }

    private String bringIn(
            String personId,
            @Nullable String title,
            Resource.Audience chosen,
            @Nullable String mentorship,
            @Nullable String circle,
            Upload upload) {
        String cleanTitle = title == null ? "" : FileName.clean(title);
        if (cleanTitle.length() > LONGEST_TITLE) {
            throw Refusal.invalid("title", "form.tooLong", "title", String.valueOf(LONGEST_TITLE));
        }
        expectMayShare(personId, chosen, mentorship, circle);
        ReceivedFile file = receiveFile.receive(upload);
        Resource resource = new Resource(
                UUID.randomUUID().toString(),
                personId,
                cleanTitle.isEmpty() ? shortTitle(file.name()) : cleanTitle,
                chosen,
                mentorship,
                circle,
                time.now());
        transaction.executeWithoutResult(open -> {
            pending.claim(file.key());
            // Again: the pair may have parted while the file was on its way.
            expectMayShare(personId, chosen, mentorship, circle);
            resources.saveAndFlush(resource);
            versions.add(resource.id(), 1, file);
            tell(resource, file.name());
        });
        return resource.id();
    }

    private static Resource.Audience chosen(@Nullable String forWhom, @Nullable String mentorshipId) {
        if (forWhom == null || forWhom.isBlank()) {
            return mentorshipId == null ? Resource.Audience.PRIVATE : Resource.Audience.MENTORSHIP;
        }
        Resource.Audience chosen = Arrays.stream(Resource.Audience.values())
                .filter(one -> one != Resource.Audience.CIRCLE && one.code().equals(forWhom))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("audience", "library.unknownAudience", forWhom));
        if ((chosen == Resource.Audience.MENTORSHIP) != (mentorshipId != null)) {
            throw Refusal.invalid("audience", "library.audienceAndMentorship");
        }
        return chosen;
    }

    private void expectMayShare(
            String personId, Resource.Audience chosen, @Nullable String mentorshipId, @Nullable String circle) {
        if (circle != null) {
            rights.checkBringIn(personId, circle);
        } else if (mentorshipId != null) {
            expectSharing.in(mentorshipId, personId);
        } else {
            rights.checkBringIn(personId, chosen);
        }
    }

    private static String shortTitle(FileName name) {
        String stem = name.stem();
        return stem.length() <= LONGEST_TITLE ? stem : stem.substring(0, stem.offsetByCodePoints(0, LONGEST_TITLE / 2));
    }

    private void tell(Resource resource, FileName name) {
        String mentorshipId = resource.mentorshipId();
        if (mentorshipId == null) {
            return;
        }
        events.publishEvent(
                new ResourceShared(resource.id(), 1, mentorshipId, resource.ownerId(), resource.title(), name.value()));
        String owner = employees.get(resource.ownerId()).name();
        audience.present(mentorshipId).stream()
                .filter(person -> !resource.isOwner(person))
                .forEach(person -> notices.tell(
                        person,
                        "resource/" + resource.id() + "/shared",
                        "library.notice.shared",
                        "/library/" + resource.id(),
                        owner,
                        resource.title()));
    }
}
