/** Conversion: how learners used what a share taught, confirmed by its lecturer or HR, and what came of it. */
@NullMarked
package org.xinhuo.incentive.conversion;

import org.jspecify.annotations.NullMarked;
