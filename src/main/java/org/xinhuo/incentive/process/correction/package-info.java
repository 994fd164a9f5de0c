/** The engine's side of the correction of a confirmed month. */
@NullMarked
package org.xinhuo.incentive.process.correction;

import org.jspecify.annotations.NullMarked;
