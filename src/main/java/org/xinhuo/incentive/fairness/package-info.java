/** Fair scores: marks levelled for severity, shrunk for few raters, and rings of mutual praise held for review. */
@NullMarked
package org.xinhuo.incentive.fairness;

import org.jspecify.annotations.NullMarked;
