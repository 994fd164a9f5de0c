/** The resource library: files with their versions, who may have them, and who has seen them. */
@NullMarked
package org.xinhuo.library;

import org.jspecify.annotations.NullMarked;
