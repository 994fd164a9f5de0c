/** Takes imported shares and ratings into their tables. */
@NullMarked
package org.xinhuo.incentive.intake;

import org.jspecify.annotations.NullMarked;
