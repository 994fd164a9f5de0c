/** The mentoring loop in the process engine, both directions: what we tell it and what it tells us. */
@NullMarked
package org.xinhuo.mentoring.process;

import org.jspecify.annotations.NullMarked;
