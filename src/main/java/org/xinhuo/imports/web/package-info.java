/** The interface through which files come in. */
@NullMarked
package org.xinhuo.imports.web;

import org.jspecify.annotations.NullMarked;
