package org.xinhuo.notification;

/** The other side did not take a letter. The reason is for administrators and names no contents. */
final class NotDelivered extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is to be done about it. */
    enum Then {
        /** Trying again would get the same answer: there is no such mailbox. */
        GIVE_UP,
        /** This one later: the mailbox is full. */
        TRY_AGAIN,
        /** The other side is away, and would be for the next letter too: this one later, the others untouched. */
        STOP_FOR_NOW
    }

    private final Then then;

    NotDelivered(Then then, String reason, Throwable cause) {
        super(reason, cause);
        this.then = then;
    }

    /** The same answer, where it is not believed to be about this letter. */
    NotDelivered notForGood() {
        return new NotDelivered(Then.TRY_AGAIN, reason(), this);
    }

    Then then() {
        return then;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
