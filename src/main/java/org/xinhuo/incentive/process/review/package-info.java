/** The engine's side of the monthly review and of the improvement talk. */
@NullMarked
package org.xinhuo.incentive.process.review;

import org.jspecify.annotations.NullMarked;
