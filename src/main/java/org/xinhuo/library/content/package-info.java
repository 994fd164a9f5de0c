/** Where the bytes of the library's files lie: a directory of this machine, or an S3-compatible storage. */
@NullMarked
package org.xinhuo.library.content;

import org.jspecify.annotations.NullMarked;
