/** The demo company: people, figures and past shares from files, loaded once, so that the first start has a story to tell. */
@NullMarked
package org.xinhuo.demo;

import org.jspecify.annotations.NullMarked;
