/** The mentoring loop over REST. */
@NullMarked
package org.xinhuo.mentoring.web;

import org.jspecify.annotations.NullMarked;
