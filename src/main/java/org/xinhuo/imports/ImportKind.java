package org.xinhuo.imports;

import java.util.List;

/**
 * A kind of file.
 *
 * @param id as in the address, such as {@code competency-models}
 * @param key the columns that name a row; a file must not name one twice
 */
record ImportKind(String id, List<Column> columns, List<String> key) {}
