/** The database of "just start it": a real PostgreSQL beside the application, where none is configured. */
@NullMarked
package org.xinhuo.database;

import org.jspecify.annotations.NullMarked;
