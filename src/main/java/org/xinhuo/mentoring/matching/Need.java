package org.xinhuo.mentoring.matching;

import java.math.BigDecimal;

/**
 * How much a mentee needs in one competency of the job.
 *
 * @param required what the job asks for, 0 to 5
 * @param level what the mentee has, 0 to 5; 0 where never assessed
 * @param weight of the competency in the job, above 0
 * @param shortfall the largest relative miss of the work metrics tied to it, 0 to 1
 * @param need weight times gap over five, plus shortfall
 * @param share this competency's part of all need, {@code n(c)}; all shares add up to 1
 */
public record Need(
        String competency,
        BigDecimal required,
        BigDecimal level,
        BigDecimal weight,
        BigDecimal shortfall,
        BigDecimal need,
        BigDecimal share) {}
