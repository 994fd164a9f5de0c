package org.xinhuo.people;

import java.time.LocalDate;

/**
 * Somebody will leave the company, or has left; heard in the transaction that writes it.
 *
 * @param on the first day on which the person no longer works here
 */
public record DepartureAnnounced(String employeeId, LocalDate on) {}
