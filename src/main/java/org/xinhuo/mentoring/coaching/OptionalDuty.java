package org.xinhuo.mentoring.coaching;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An optional duty that a mentor carried out: never due, never reminded, only counted. */
public sealed interface OptionalDuty {

    /** The codes of the optional duties, as REST and the message bundles write them. */
    String RECOMMEND_RESOURCE = "recommend-resource";

    String CONNECT_DEPARTMENT = "connect-department";

    long id();

    Instant givenAt();

    /** One of the codes above. */
    String code();

    /**
     * Something worth reading or watching.
     *
     * @param link on the web, or null
     * @param resourceId in the library, or null; at least one of both is there
     * @param reason null where the words of the log are left out
     * @param competency what it helps with, or null
     */
    record Resource(
            long id,
            String title,
            @Nullable String link,
            @Nullable String resourceId,
            @Nullable String reason,
            @Nullable String competency,
            Instant givenAt)
            implements OptionalDuty {
        @Override
        public String code() {
            return RECOMMEND_RESOURCE;
        }
    }

    /**
     * Somebody of another department whom the mentee should know.
     *
     * @param purpose null where the words of the log are left out
     */
    record Connection(
            long id,
            String department,
            String contactId,
            @Nullable String purpose,
            Instant givenAt) implements OptionalDuty {
        @Override
        public String code() {
            return CONNECT_DEPARTMENT;
        }
    }
}
