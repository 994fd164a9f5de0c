package org.xinhuo.notification;

import java.util.Collection;
import java.util.Set;

/** Which pages somebody may no longer open who was once led there. A module with such pages provides this. */
public interface ClosedPages {

    /** Of these paths on our own pages, those that this person may not open now; what it does not know, it leaves out. */
    Set<String> closedTo(String personId, Collection<String> paths);
}
