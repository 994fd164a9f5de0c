package org.xinhuo.library;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.library.Resource.Audience;
import org.xinhuo.people.Groups;

/**
 * The one check of who may do what with the library: after {@link LibraryRightsTable}, and where a file is shared in a
 * mentorship also after the table of rights of mentorships, which {@link ResourceAudience} asks. Every refusal names the
 * action and what it was about, also where its words deny that there is such a thing.
 */
@Component
@Transactional(readOnly = true)
public class LibraryRights {

    private final LibraryRightsTable table = LibraryRightsTable.read();
    private final Groups groups;
    private final ResourceGrants grants;
    private final ResourceAudience audience;
    private final ResourceCircles circles;

    LibraryRights(Groups groups, ResourceGrants grants, ResourceAudience audience, ResourceCircles circles) {
        this.groups = groups;
        this.grants = grants;
        this.audience = audience;
        this.circles = circles;
    }

    /** Whether this person may offer something to everybody. */
    public boolean mayPublish(String personId) {
        return table.allows(Audience.COMPANY, LibraryAction.BRING_IN, groups.of(personId));
    }

    /** @throws Refusal where this person may not bring in something for these readers */
    void checkBringIn(String personId, Audience forWhom) {
        if (!table.allows(forWhom, LibraryAction.BRING_IN, groups.of(personId))) {
            throw Refusal.forbidden(LibraryAction.BRING_IN.refusal());
        }
    }

    /** @throws Refusal where this person may bring nothing into the circle */
    void checkBringIn(String personId, String circle) {
        if (!circles.mayBringIn(personId, circle)) {
            throw Refusal.forbidden(LibraryAction.BRING_IN.refusal());
        }
    }

    /** @throws Refusal where this person may not do this in the mentorship, or there is none */
    void check(String personId, String mentorshipId, MaterialsAction action) {
        if (!audience.may(personId, mentorshipId, action)) {
            throw refused(action, mentorshipId, "");
        }
    }

    /** By what this person is to the file and to the company. */
    boolean may(String personId, Resource resource, LibraryAction action) {
        Set<String> roles = new HashSet<>(groups.of(personId));
        if (resource.isOwner(personId)) {
            roles.add(LibraryRightsTable.OWNER);
        }
        if (grants.isGiven(resource.id(), personId)) {
            roles.add(LibraryRightsTable.RECIPIENT);
        }
        return table.allows(resource.audience(), action, roles);
    }

    /** The audiences whose files somebody in these roles may read. */
    String[] readable(Collection<String> roles) {
        return Arrays.stream(Audience.values())
                .filter(one -> table.allows(one, LibraryAction.READ, roles))
                .map(Enum::name)
                .toArray(String[]::new);
    }

    /** See what is shared in a mentorship of others, and who has seen it; not the contents. */
    boolean oversees(String personId, String mentorshipId) {
        return audience.oversees(personId, mentorshipId, MaterialsAction.READ_MATERIALS);
    }

    /** Whether this person may see who has seen it. */
    boolean maySeeReaders(String personId, Resource resource) {
        String mentorshipId = resource.mentorshipId();
        return may(personId, resource, LibraryAction.SEE_READERS)
                || mentorshipId != null && oversees(personId, mentorshipId);
    }

    /** Whether this person may look into it with a reason. */
    boolean mayInspect(String personId, Resource resource) {
        String mentorshipId = resource.mentorshipId();
        return may(personId, resource, LibraryAction.INSPECT)
                || mentorshipId != null
                        && audience.oversees(personId, mentorshipId, MaterialsAction.DOWNLOAD_MATERIALS);
    }

    /** Whether this person, who has the file, may give it to somebody who does not. */
    boolean mayForward(String personId, Resource resource) {
        String mentorshipId = resource.mentorshipId();
        String circle = resource.circle();
        return may(personId, resource, LibraryAction.FORWARD)
                || circle != null && circles.mayRead(personId, circle)
                || mentorshipId != null && audience.may(personId, mentorshipId, MaterialsAction.FORWARD_MATERIALS);
    }

    /** For who knows that the file is there. */
    static Refusal refused(Resource resource, LibraryAction action) {
        return Refusal.forbidden(code(resource, action)).about(about(resource), resource.id());
    }

    /** For who may not even know: the words are those about a file that does not exist. */
    static Refusal concealed(Resource resource, LibraryAction action) {
        return Refusal.notFound("library.unknown", resource.id())
                .about(about(resource), resource.id())
                .concealing(code(resource, action));
    }

    /** For who has the file, but not this version: the words are those about a version that does not exist. */
    static Refusal concealed(Resource resource, int version) {
        return Refusal.notFound("library.unknownVersion", String.valueOf(version), resource.title())
                .about(about(resource), resource.id())
                .concealing(code(resource, LibraryAction.READ));
    }

    private static Refusal refused(MaterialsAction action, String mentorshipId, String resourceId) {
        return Refusal.forbidden("rights.refused." + action.code()).about(mentorshipId, resourceId);
    }

    /** In a mentorship, by the names of its table. */
    private static String code(Resource resource, LibraryAction action) {
        if (resource.mentorshipId() != null) {
            switch (action) {
                case READ, INSPECT -> {
                    return "rights.refused." + MaterialsAction.DOWNLOAD_MATERIALS.code();
                }
                case FORWARD -> {
                    return "rights.refused." + MaterialsAction.FORWARD_MATERIALS.code();
                }
                case SEE_READERS -> {
                    return "rights.refused." + MaterialsAction.READ_MATERIALS.code();
                }
                default -> {}
            }
        }
        return action.refusal();
    }

    private static String about(Resource resource) {
        String mentorshipId = resource.mentorshipId();
        return mentorshipId == null ? "" : mentorshipId;
    }
}
