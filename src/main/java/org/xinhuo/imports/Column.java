package org.xinhuo.imports;

import org.jspecify.annotations.Nullable;

/**
 * A column of a kind of file.
 *
 * @param name as the contract spells it
 * @param required an empty cell is a fault
 * @param whenEmpty what an empty cell means, in the rule's own spelling; null for nothing
 * @param mayBeMissing the whole column may be left out, because the contract names its default
 */
record Column(
        String name,
        CellRule rule,
        boolean required,
        @Nullable String whenEmpty,
        boolean mayBeMissing) {

    static Column required(String name, CellRule rule) {
        return new Column(name, rule, true, null, false);
    }

    static Column optional(String name, CellRule rule) {
        return new Column(name, rule, false, null, false);
    }

    static Column defaulting(String name, CellRule rule, String whenEmpty) {
        return new Column(name, rule, false, whenEmpty, false);
    }

    Column orMissing() {
        return new Column(name, rule, required, whenEmpty, true);
    }

    /**
     * What the cell means, spelled as the database reads it; null for nothing.
     *
     * @throws BadCell if it breaks the rule
     */
    @Nullable
    String read(RawCell cell) throws BadCell {
        CellRule.refuseUnsafe(cell, rule);
        if (cell.isBlank()) {
            if (required) {
                throw new BadCell("imports.required");
            }
            return whenEmpty;
        }
        return rule.read(cell);
    }
}
