/** The engine's side of a reward. */
@NullMarked
package org.xinhuo.incentive.process.reward;

import org.jspecify.annotations.NullMarked;
