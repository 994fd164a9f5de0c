package org.xinhuo.incentive.content;

import org.xinhuo.incentive.sharing.Share;

/**
 * One reason for which somebody may see and have the content of a share. Every bean of this type is asked, on every
 * access; one that grants is enough.
 */
public interface ContentRight {

    boolean grants(String personId, Share share);
}
