package org.xinhuo.library;

import java.util.Locale;

/** What somebody does with a file of the library; who may is data ({@code rights/library.csv}). */
enum LibraryAction {
    /** Brings a file in for these readers. */
    BRING_IN,
    READ,
    /** Gives what one has to somebody else. */
    FORWARD,
    /** Brings a new version, or takes the file back. */
    CHANGE,
    /** Sees who has opened and downloaded it. */
    SEE_READERS,
    /** Looks, with a reason that its owner reads, into what one may not read. */
    INSPECT;

    /** As the table of rights writes it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The message for who may not; the trail of refusals names the action after it. */
    String refusal() {
        return "rights.refused.library-" + code();
    }
}
