package org.xinhuo.library;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;

/** Everything that a reader may know about one resource. */
@Component
public class ShowResource {

    private final ResourceAccess access;
    private final LibraryRights rights;
    private final ResourceViews views;
    private final Reuses reuses;

    ShowResource(ResourceAccess access, LibraryRights rights, ResourceViews views, Reuses reuses) {
        this.access = access;
        this.rights = rights;
        this.views = views;
        this.reuses = reuses;
    }

    /** A version as readers see it. */
    public record Version(
            int version,
            String fileName,
            String mediaType,
            long size,
            String sha256,
            boolean scanned,
            Instant uploadedAt) {

        static Version of(ResourceVersion version) {
            return new Version(
                    version.number(),
                    version.name().value(),
                    version.mediaType(),
                    version.size(),
                    version.sha256(),
                    version.scannedBy() != null,
                    version.uploadedAt());
        }
    }

    /**
     * A resource with the versions that the reader may know of.
     *
     * @param mine whether the reader is its owner
     * @param readable whether the reader may have the contents without giving a reason
     * @param inspectable whether the reader may have the contents by giving a reason
     * @param forwardable whether the reader may pass it on to who does not have it
     * @param reuses distinct people who downloaded or forwarded it; null for who may not know
     * @param views the latest first; null for who may not know
     */
    public record Details(
            String id,
            String title,
            String ownerId,
            String audience,
            @Nullable String mentorshipId,
            Instant createdAt,
            @Nullable Instant withdrawnAt,
            boolean mine,
            boolean readable,
            boolean inspectable,
            boolean forwardable,
            List<Version> versions,
            @Nullable Integer reuses,
            @Nullable List<ResourceView> views) {}

    /** @throws Refusal where there is no such resource for this reader */
    @Transactional(readOnly = true)
    public Details of(String resourceId, String personId) {
        ResourceAccess.Readable found = found(resourceId, personId);
        Resource resource = found.resource();
        boolean readable = !access.reachable(resourceId, personId).isEmpty();
        boolean mine = resource.isOwner(personId);
        boolean knows = rights.maySeeReaders(personId, resource);
        return new Details(
                resource.id(),
                resource.title(),
                resource.ownerId(),
                resource.audience().code(),
                resource.mentorshipId(),
                resource.createdAt(),
                resource.withdrawnAt(),
                mine,
                readable,
                !readable && rights.mayInspect(personId, resource),
                readable && rights.mayForward(personId, resource),
                found.versions().stream().map(Version::of).toList(),
                knows ? reuses.distinct(List.of(resourceId)) : null,
                knows ? views.of(resourceId) : null);
    }

    /** The numbers of the versions whose contents the reader may have as it is: none asks for a reason any more. */
    @Transactional(readOnly = true)
    public Set<Integer> readable(String resourceId, String personId) {
        ResourceAccess.Readable whole = access.whole(resourceId);
        boolean inspects = rights.mayInspect(personId, whole.resource())
                && views.reasonOfToday(resourceId, personId).isPresent();
        List<ResourceVersion> versions = inspects ? whole.versions() : access.reachable(resourceId, personId);
        return versions.stream().map(ResourceVersion::number).collect(Collectors.toUnmodifiableSet());
    }

    /** The page of the resource was opened; tells who has seen it. */
    @Transactional
    public Details open(String resourceId, String personId) {
        List<ResourceVersion> reachable = access.reachable(resourceId, personId);
        if (!reachable.isEmpty()) {
            views.seen(
                    access.whole(resourceId).resource(),
                    reachable.get(0).number(),
                    personId,
                    ResourceViews.Kind.OPENED);
        }
        return of(resourceId, personId);
    }

    /** The owner still sees what has been withdrawn, and who oversees sees everything; others what they may have. */
    private ResourceAccess.Readable found(String resourceId, String personId) {
        ResourceAccess.Readable whole = access.whole(resourceId);
        Resource resource = whole.resource();
        return rights.maySeeReaders(personId, resource) || rights.mayInspect(personId, resource)
                ? whole
                : access.readable(
                        resourceId,
                        personId,
                        // In a mentorship, to see what there is and to take it home are two rights.
                        resource.mentorshipId() == null ? LibraryAction.READ : LibraryAction.SEE_READERS);
    }
}
