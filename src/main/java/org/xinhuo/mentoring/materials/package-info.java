/** The files of a mentorship: who shares in them, and that the coaching log tells of them. The library keeps them. */
@NullMarked
package org.xinhuo.mentoring.materials;

import org.jspecify.annotations.NullMarked;
