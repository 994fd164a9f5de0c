/** Who may do what in a mentorship: one table of roles and actions, and the one check that reads it. */
@NamedInterface("rights")
@NullMarked
package org.xinhuo.mentoring.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
