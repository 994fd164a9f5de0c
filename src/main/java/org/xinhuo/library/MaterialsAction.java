package org.xinhuo.library;

import java.util.Locale;

/** What somebody does with the files that a pair shares; who may stands in the table of rights of mentorships. */
public enum MaterialsAction {
    /** Sees what there is, and who has seen it. */
    READ_MATERIALS,
    /** Takes home what somebody else has shared; who is none of the pair says why. */
    DOWNLOAD_MATERIALS,
    /** Brings a file in, or a new version of one. */
    SHARE_MATERIALS,
    /** Hands on what somebody else has shared, to who does not have it. */
    FORWARD_MATERIALS;

    /** As the table of rights writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
