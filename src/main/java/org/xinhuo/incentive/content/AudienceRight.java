package org.xinhuo.incentive.content;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.invitation.Audiences;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.people.Groups;

/** The lecturer and HR; who is invited or was there, unless the share was called off. */
@Component
class AudienceRight implements ContentRight {

    private static final Set<String> EVERYBODYS = Set.of("hr", "camunda-admin");

    private final Audiences audiences;
    private final Groups groups;

    AudienceRight(Audiences audiences, Groups groups) {
        this.audiences = audiences;
        this.groups = groups;
    }

    @Override
    public boolean grants(String personId, Share share) {
        return share.lecturerId().equals(personId)
                || share.state() != Share.State.CANCELLED && audiences.includes(share.id(), share.audience(), personId)
                || groups.of(personId).stream().anyMatch(EVERYBODYS::contains);
    }
}
