/** The lecturer loop: share, rate, score, reward, and again. */
@NullMarked
package org.xinhuo.incentive;

import org.jspecify.annotations.NullMarked;
