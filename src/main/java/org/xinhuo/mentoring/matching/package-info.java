/** Who fits whom: need, factors, score and eligibility of mentors, and the shortlists that come of them. */
@NullMarked
package org.xinhuo.mentoring.matching;

import org.jspecify.annotations.NullMarked;
