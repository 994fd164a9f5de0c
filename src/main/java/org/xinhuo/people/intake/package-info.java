/** Takes imported rows into the tables of who is who. */
@NullMarked
package org.xinhuo.people.intake;

import org.jspecify.annotations.NullMarked;
