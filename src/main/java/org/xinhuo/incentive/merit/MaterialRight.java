package org.xinhuo.incentive.merit;

import org.springframework.stereotype.Component;
import org.xinhuo.incentive.content.ContentRight;
import org.xinhuo.incentive.sharing.Share;

/** Excellent lecturers have the material of others' shares that were held, for as long as they are excellent. */
@Component
class MaterialRight implements ContentRight {

    private final MeritRights rights;

    MaterialRight(MeritRights rights) {
        this.rights = rights;
    }

    @Override
    public boolean grants(String personId, Share share) {
        return share.state() == Share.State.HELD && rights.readsOthersMaterial(personId);
    }
}
