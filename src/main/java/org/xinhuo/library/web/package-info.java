/** The library over REST and on pages. */
@NullMarked
package org.xinhuo.library.web;

import org.jspecify.annotations.NullMarked;
