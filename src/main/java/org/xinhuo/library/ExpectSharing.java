package org.xinhuo.library;

import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;

/** Whether somebody may bring a file into a mentorship now. */
@Component
class ExpectSharing {

    private final LibraryRights rights;
    private final ResourceAudience audience;

    ExpectSharing(LibraryRights rights, ResourceAudience audience) {
        this.rights = rights;
        this.audience = audience;
    }

    /** @throws Refusal where the person may not, it has ended, or there is nobody to share with */
    void in(String mentorshipId, String personId) {
        rights.check(personId, mentorshipId, MaterialsAction.SHARE_MATERIALS);
        if (!audience.isOpen(mentorshipId)) {
            throw Refusal.conflict("library.mentorshipEnded");
        }
        if (audience.present(mentorshipId).size() < 2) {
            throw Refusal.conflict("library.nobodyToShareWith");
        }
    }
}
