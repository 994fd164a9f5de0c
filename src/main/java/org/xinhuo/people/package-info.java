/** Who is who: employees, competency models, levels, work metrics, mentors and lecturers, and the groups that follow from them. */
@NullMarked
package org.xinhuo.people;

import org.jspecify.annotations.NullMarked;
