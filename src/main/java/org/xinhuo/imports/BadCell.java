package org.xinhuo.imports;

import java.util.List;

/** A cell breaks a rule. Carries no stack: a file can be bad a million times. */
final class BadCell extends Exception {

    private final String code;
    private final List<Object> arguments;

    BadCell(String code, Object... arguments) {
        super(code, null, false, false);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    String code() {
        return code;
    }

    /** The message's arguments from {1} on; {0} is the cell's text. */
    List<Object> arguments() {
        return arguments;
    }
}
