/** What every module stands on: refusals in the user's words, texts in both languages, the company's time. */
@NullMarked
package org.xinhuo.base;

import org.jspecify.annotations.NullMarked;
