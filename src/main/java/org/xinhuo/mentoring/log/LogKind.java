package org.xinhuo.mentoring.log;

import java.util.Locale;

/** What an entry of the coaching log tells of. */
public enum LogKind {
    /** Somebody of the pair wrote something. */
    MESSAGE,
    /** A talk that the mentor held. */
    GUIDANCE,
    /** The mentor's suggestion on the progress sheet, and what the mentee answered. */
    SUGGESTION,
    /** The mentor judged the mentee's levels. */
    EVALUATION,
    /** A case that the mentor wrote up. */
    EXPERIENCE,
    /** Needs, versions of the plan, and what was answered to them. */
    PLAN,
    /** A to-do was proposed, taken on, done, turned down or withdrawn. */
    TO_DO,
    /** A file was shared. */
    FILE,
    /** The mentor recommended a resource or a person. */
    RECOMMENDATION,
    /** What followed from an evaluation. */
    CONCLUSION;

    /** As REST, pages and the message bundles write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
