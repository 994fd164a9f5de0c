/** CSV and Excel in, reports of bad rows out: reads files of nine kinds, checks every cell, hands the rows to their owners. */
@NullMarked
package org.xinhuo.imports;

import org.jspecify.annotations.NullMarked;
