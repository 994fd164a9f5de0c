/** The engine's side of a promotion. */
@NullMarked
package org.xinhuo.promotion.process;

import org.jspecify.annotations.NullMarked;
