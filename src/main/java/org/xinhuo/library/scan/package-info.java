/** Looks for viruses in files before anybody else can see them. */
@NullMarked
package org.xinhuo.library.scan;

import org.jspecify.annotations.NullMarked;
