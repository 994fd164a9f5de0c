package org.xinhuo.library;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;

/** Who may have which versions of a resource; asked on every request. */
@Component
@Transactional(readOnly = true)
class ResourceAccess {

    private final Resources resources;
    private final ResourceVersions versions;
    private final LibraryRights rights;
    private final Reach reach;
    private final ResourceCircles circles;
    private final JdbcClient jdbc;

    ResourceAccess(
            Resources resources,
            ResourceVersions versions,
            LibraryRights rights,
            Reach reach,
            ResourceCircles circles,
            JdbcClient jdbc) {
        this.resources = resources;
        this.versions = versions;
        this.rights = rights;
        this.reach = reach;
        this.circles = circles;
        this.jdbc = jdbc;
    }

    /**
     * A resource as far as somebody may have it.
     *
     * @param versions those that the person may have, the newest first; never empty
     */
    record Readable(Resource resource, List<ResourceVersion> versions) {

        ResourceVersion newest() {
            return versions.get(0);
        }

        Optional<ResourceVersion> version(int number) {
            return versions.stream()
                    .filter(version -> version.number() == number)
                    .findFirst();
        }
    }

    /**
     * What somebody needs to have who does this with it.
     *
     * @throws Refusal in the same words where there is no such resource and where it is not for this person
     */
    public Readable readable(String resourceId, String personId, LibraryAction action) {
        Resource resource = resources.get(resourceId);
        List<ResourceVersion> reachable = reachable(resourceId, personId);
        if (reachable.isEmpty()) {
            throw unreachable(resource, personId, action);
        }
        return new Readable(resource, reachable);
    }

    /** What has been withdrawn is gone; of what was never for this person the trail of refusals tells. */
    Refusal unreachable(Resource resource, String personId, LibraryAction action) {
        boolean gone = resource.withdrawnAt() != null
                && !versions(resource.id(), personId, Reach.VERSION_EVER).isEmpty();
        return gone ? Refusal.notFound("library.unknown", resource.id()) : LibraryRights.concealed(resource, action);
    }

    /** @throws Refusal for who may not change it; who has no access at all is not told that it exists */
    public Resource changeable(String resourceId, String personId) {
        Resource resource = resources.get(resourceId);
        if (!rights.may(personId, resource, LibraryAction.CHANGE)) {
            readable(resourceId, personId, LibraryAction.CHANGE);
            throw LibraryRights.refused(resource, LibraryAction.CHANGE);
        }
        return resource;
    }

    /** All versions of a resource, withdrawn or not, for who oversees. */
    public Readable whole(String resourceId) {
        return new Readable(resources.get(resourceId), versions.of(resourceId));
    }

    public List<ResourceVersion> reachable(String resourceId, String personId) {
        return versions(resourceId, personId, Reach.VERSION);
    }

    private List<ResourceVersion> versions(String resourceId, String personId, String condition) {
        String circle = resources.get(resourceId).circle();
        return reach.bind(
                        jdbc.sql("select v.* from resource r join resource_version v on v.resource_id = r.id"
                                + " where r.id = :resource and (" + condition + ")"
                                + " order by v.number desc"),
                        personId,
                        circle != null && circles.mayRead(personId, circle) ? circle : null)
                .param("resource", resourceId)
                .query(ResourceVersions::version)
                .list();
    }
}
