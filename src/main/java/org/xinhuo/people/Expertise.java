package org.xinhuo.people;

import java.math.BigDecimal;

/**
 * What a mentor can do in one competency.
 *
 * @param level 0 to 5
 * @param years of practice, 0 or more
 */
public record Expertise(String mentorId, String competency, BigDecimal level, BigDecimal years) {}
