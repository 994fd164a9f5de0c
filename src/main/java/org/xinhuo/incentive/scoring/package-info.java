/** The month of a lecturer: counts, score, grade and ranks, live from the tables or as confirmed. */
@NullMarked
@NamedInterface("scoring")
package org.xinhuo.incentive.scoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
