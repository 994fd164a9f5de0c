package org.xinhuo.incentive.scoring;

import java.math.BigDecimal;

/** The four parts of a score, each 0 to 100 and not rounded. */
public record Components(BigDecimal shares, BigDecimal rating, BigDecimal reuse, BigDecimal timeliness) {}
