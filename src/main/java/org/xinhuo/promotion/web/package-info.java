/** The promotion gate on a page and over REST. */
@NullMarked
package org.xinhuo.promotion.web;

import org.jspecify.annotations.NullMarked;
