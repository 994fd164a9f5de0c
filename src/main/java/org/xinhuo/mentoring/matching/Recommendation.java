package org.xinhuo.mentoring.matching;

import java.math.BigDecimal;
import java.util.List;

/**
 * A recommended mentor, as the product shows and REST answers it.
 *
 * @param rank from 1
 * @param score 0 to 1, at most six decimals
 * @param factors the raw factors, each 0 to 1
 * @param reasons each factor's points, in the reader's language
 */
public record Recommendation(String mentorId, int rank, BigDecimal score, Factors factors, List<String> reasons) {}
