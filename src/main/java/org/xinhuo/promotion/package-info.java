/** The promotion gate: who qualifies by the results of the loops may apply, and manager and HR decide. */
@NullMarked
package org.xinhuo.promotion;

import org.jspecify.annotations.NullMarked;
