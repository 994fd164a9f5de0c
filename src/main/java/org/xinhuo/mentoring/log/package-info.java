/** The coaching log: everything a pair said and did in one stream, who may read it, and how it is searched. */
@NamedInterface("log")
@NullMarked
package org.xinhuo.mentoring.log;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
