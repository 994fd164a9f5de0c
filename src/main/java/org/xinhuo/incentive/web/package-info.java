/** The REST interface of the lecturer loop. */
@NullMarked
package org.xinhuo.incentive.web;

import org.jspecify.annotations.NullMarked;
