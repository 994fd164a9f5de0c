package org.xinhuo.notification;

/**
 * A way out of the house. Every bean of this type gets its own rows in the outbox for every notice told, and its own
 * deliveries; packing, hours, retries and the single sender are the outbox's business, not the channel's.
 */
interface Channel {

    /** Stands in tables and settings: never changed once it is in use. */
    String name();

    /** Configured here; a channel that is not is as good as absent. */
    boolean isOpen();

    /** Has an address of this person. */
    boolean reaches(Recipient person);

    /** The identity of a new delivery in the words of the channel; the same for every attempt. */
    String messageId(String deliveryId);

    /** Carries iCalendar messages, so that programs can take them into a calendar. */
    default boolean takesCalendars() {
        return false;
    }

    /**
     * Hands a letter over. Returns only after the other side has taken responsibility for it.
     *
     * @throws NotDelivered where it has not, with what to do about it
     */
    void send(Letter letter) throws NotDelivered;
}
