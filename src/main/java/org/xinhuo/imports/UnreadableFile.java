package org.xinhuo.imports;

import java.util.List;

/** The file cannot be read, or not from some row on. */
final class UnreadableFile extends RuntimeException {

    private final long row;
    private final String code;
    private final List<Object> arguments;

    UnreadableFile(long row, String code, Object... arguments) {
        super(code);
        this.row = row;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** The row from which on nothing could be read; 1 where it is the whole file. */
    long row() {
        return row;
    }

    String code() {
        return code;
    }

    List<Object> arguments() {
        return arguments;
    }
}
