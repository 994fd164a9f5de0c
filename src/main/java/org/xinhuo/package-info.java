/** Xinhuo (薪火): mentoring and internal lecturing that work by themselves. */
@NullMarked
package org.xinhuo;

import org.jspecify.annotations.NullMarked;
