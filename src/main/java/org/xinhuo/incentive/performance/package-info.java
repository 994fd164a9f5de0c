/** How lecturer results enter the performance review: confirmed months at the weight of a decision table. */
@NamedInterface("performance")
@NullMarked
package org.xinhuo.incentive.performance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
