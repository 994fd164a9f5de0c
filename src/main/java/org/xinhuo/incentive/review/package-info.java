/** The monthly review: HR confirms a month, and titles and warnings follow from it. */
@NullMarked
package org.xinhuo.incentive.review;

import org.jspecify.annotations.NullMarked;
