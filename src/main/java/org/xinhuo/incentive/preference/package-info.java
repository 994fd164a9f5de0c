/** Topics suggested to a lecturer from wishes, ratings, gaps in competencies and own tags. */
@NullMarked
package org.xinhuo.incentive.preference;

import org.jspecify.annotations.NullMarked;
