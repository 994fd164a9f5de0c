/** The mentoring loop: a mentee's mentorship from matching to graduation, and what its stages share of it. */
@NullMarked
package org.xinhuo.mentoring;

import org.jspecify.annotations.NullMarked;
