/** What the results of lecturers open to them, and close again. */
@NullMarked
package org.xinhuo.incentive.merit;

import org.jspecify.annotations.NullMarked;
