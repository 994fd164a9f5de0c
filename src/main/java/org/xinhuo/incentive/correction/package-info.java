/** Corrects confirmed months: HR requests it, sees what would change, a second person confirms. */
@NullMarked
package org.xinhuo.incentive.correction;

import org.jspecify.annotations.NullMarked;
