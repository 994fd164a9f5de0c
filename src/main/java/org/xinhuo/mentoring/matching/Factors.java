package org.xinhuo.mentoring.matching;

import java.math.BigDecimal;

/** The four factors of a match, each 0 to 1. */
public record Factors(BigDecimal expertise, BigDecimal experience, BigDecimal style, BigDecimal rating) {}
