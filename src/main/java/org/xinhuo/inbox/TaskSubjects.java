package org.xinhuo.inbox;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** Whom or what tasks are about, told by the module whose processes they belong to; every bean of this type is asked. */
public interface TaskSubjects {

    /**
     * A few words each, such as a name, a title or a month, for somebody who sees these tasks.
     *
     * @param tasks of any process
     * @return by business key; what is about nothing that this module knows is missing
     */
    Map<String, String> of(Collection<OpenTask> tasks, String readerId, Locale locale);
}
