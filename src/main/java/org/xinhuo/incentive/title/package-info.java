/** Titles of lecturers: how months win and lose them, and the history of each. */
@NamedInterface("title")
@NullMarked
package org.xinhuo.incentive.title;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
