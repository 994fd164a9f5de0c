package org.xinhuo.notification;

/** How often somebody is written to about what is not urgent. */
enum Cadence {
    /** At every round that finds something; what came together still goes together. */
    EACH,
    /** At most once an hour. */
    HOURLY,
    /** When the day's working hours begin: everything since they began the last time. */
    DAILY
}
