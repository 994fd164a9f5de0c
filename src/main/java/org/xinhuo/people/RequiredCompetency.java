package org.xinhuo.people;

import java.math.BigDecimal;

/**
 * One competency that a job asks for.
 *
 * @param requiredLevel 0 to 5
 * @param weight above 0
 */
public record RequiredCompetency(String competency, BigDecimal requiredLevel, BigDecimal weight) {}
