package org.xinhuo.library;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.people.Groups;

/** Who may have which versions of a resource; asked on every request. */
@Component
@Transactional(readOnly = true)
class ResourceAccess {

    /** See what is shared in every mentorship but their own, and who has seen it; not the contents. */
    private static final Set<String> OVERSEE = Set.of("hr", "auditor");

    private final Resources resources;
    private final ResourceVersions versions;
    private final Groups groups;
    private final ResourceAudience audience;
    private final Reach reach;
    private final JdbcClient jdbc;

    ResourceAccess(
            Resources resources,
            ResourceVersions versions,
            Groups groups,
            ResourceAudience audience,
            Reach reach,
            JdbcClient jdbc) {
        this.audience = audience;
        this.resources = resources;
        this.versions = versions;
        this.groups = groups;
        this.reach = reach;
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

        /** @throws Refusal where there is no such version for this person */
        ResourceVersion version(int number) {
            return versions.stream()
                    .filter(version -> version.number() == number)
                    .findFirst()
                    .orElseThrow(
                            () -> Refusal.notFound("library.unknownVersion", String.valueOf(number), resource.title()));
        }
    }

    /** @throws Refusal in the same words where there is no such resource and where it is not for this person */
    public Readable readable(String resourceId, String personId) {
        Resource resource = resources.get(resourceId);
        List<ResourceVersion> reachable = reachable(resourceId, personId);
        if (reachable.isEmpty()) {
            throw Refusal.notFound("library.unknown", resourceId);
        }
        return new Readable(resource, reachable);
    }

    /** @throws Refusal for everybody but the owner; who has no access at all is not told that it exists */
    public Resource owned(String resourceId, String personId) {
        Resource resource = resources.get(resourceId);
        if (!resource.isOwner(personId)) {
            readable(resourceId, personId);
            throw Refusal.forbidden("library.onlyOwner");
        }
        return resource;
    }

    /** All versions of a resource, withdrawn or not, for who oversees. */
    public Readable whole(String resourceId) {
        return new Readable(resources.get(resourceId), versions.of(resourceId));
    }

    /** Whoever is one of the pair acts as that alone. What is private, nobody oversees. */
    public boolean oversees(String mentorshipId, String personId) {
        return groups.of(personId).stream().anyMatch(OVERSEE::contains)
                && !audience.present(mentorshipId).contains(personId);
    }

    public boolean oversees(Resource resource, String personId) {
        String mentorshipId = resource.mentorshipId();
        return mentorshipId != null && oversees(mentorshipId, personId);
    }

    /** HR may look into a file that it oversees, and has to say why. */
    public boolean mayInspect(Resource resource, String personId) {
        return oversees(resource, personId) && groups.of(personId).contains("hr");
    }

    public List<ResourceVersion> reachable(String resourceId, String personId) {
        return reach.bind(
                        jdbc.sql("select v.* from resource r join resource_version v on v.resource_id = r.id"
                                + " where r.id = :resource and (" + Reach.VERSION + ")"
                                + " order by v.number desc"),
                        personId)
                .param("resource", resourceId)
                .query(ResourceVersions::version)
                .list();
    }
}
