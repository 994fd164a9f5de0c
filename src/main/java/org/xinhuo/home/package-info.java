/** The pages that people see first: layout, language, the page at "/" and the page to rate shares. */
@NullMarked
package org.xinhuo.home;

import org.jspecify.annotations.NullMarked;
