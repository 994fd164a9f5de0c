/** What learners think of a share: one row a learner, taken while the window is open. */
@NullMarked
@NamedInterface("rating")
package org.xinhuo.incentive.rating;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
