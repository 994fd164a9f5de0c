package org.xinhuo.library;

/**
 * Circles of people for whom files are, such as those who may see the content of a share. Another module knows who
 * belongs to them; asked on every request, so that a right ends when it ends there.
 */
public interface ResourceCircles {

    /** Whether this person may have every file of the circle, and pass it on; false where there is no such circle. */
    boolean mayRead(String personId, String circle);

    /** Whether this person may bring files into the circle. */
    boolean mayBringIn(String personId, String circle);
}
