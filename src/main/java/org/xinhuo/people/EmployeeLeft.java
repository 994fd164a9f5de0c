package org.xinhuo.people;

/**
 * The day has come from which on somebody no longer works here; told within the transaction in which his or her work is
 * handed over.
 */
public record EmployeeLeft(String employeeId) {}
