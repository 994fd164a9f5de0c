package org.xinhuo.library;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who belongs to a mentorship, as far as its files are concerned. The mentoring module answers. */
public interface ResourceAudience {

    /**
     * Somebody belongs to a mentorship for a time, and may have what was uploaded to it in that time. For a mentee that
     * is always; for a mentor, from the pairing to its end.
     *
     * @param until null while it lasts; the instant itself no longer counts
     */
    record Membership(
            String mentorshipId, Instant from, @Nullable Instant until) {}

    /** Everything that this person belongs or belonged to, as far as the table of rights lets him or her download. */
    List<Membership> of(String personId);

    /** Who shares now; empty where there is no such mentorship or it has ended, one person while it has no mentor. */
    Set<String> present(String mentorshipId);

    /** Whether the table of rights lets this person do this; nobody may anything where there is no such mentorship. */
    boolean may(String personId, String mentorshipId, MaterialsAction action);

    /** The same for somebody who is none of the pair, and so may by a role in the company; never for one of the pair. */
    boolean oversees(String personId, String mentorshipId, MaterialsAction action);

    /** Whether it lasts. */
    boolean isOpen(String mentorshipId);
}
