/** The process "matching": its steps, forms and what the forms show. */
@NullMarked
package org.xinhuo.mentoring.process.matching;

import org.jspecify.annotations.NullMarked;
