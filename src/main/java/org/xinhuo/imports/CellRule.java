package org.xinhuo.imports;

/** What a cell of a column may say. */
interface CellRule {

    /** The type of the staging table's column. */
    String sqlType();

    /**
     * What a cell that is not blank means, spelled as the database reads it.
     *
     * @throws BadCell if it breaks the rule
     */
    String read(RawCell cell) throws BadCell;

    /** A leading sign is part of the value, as in -5. */
    default boolean isNumeric() {
        return false;
    }

    /** Line breaks may stand in the text. */
    default boolean mayHaveLines() {
        return false;
    }

    /**
     * What no cell may be: computed, broken, with invisible characters, or a text that a spreadsheet would execute when
     * somebody exports and opens it again.
     */
    static void refuseUnsafe(RawCell cell, CellRule rule) throws BadCell {
        switch (cell.nature()) {
            case FORMULA -> throw new BadCell("imports.formula");
            case ERROR -> throw new BadCell("imports.errorCell");
            case NUMBER, DATE -> {
                return;
            }
            case TEXT -> refuseUnsafeText(cell, rule);
        }
    }

    private static void refuseUnsafeText(RawCell cell, CellRule rule) throws BadCell {
        String text = cell.text();
        String stripped = cell.stripped();
        if (!stripped.isEmpty()
                && (startsFormula(stripped.charAt(0), rule.isNumeric())
                        || startsFormula(text.charAt(0), rule.isNumeric()))) {
            throw new BadCell("imports.formula");
        }
        for (int i = 0; i < stripped.length(); i++) {
            char character = stripped.charAt(i);
            boolean lineBreak = character == '\n' || character == '\r';
            if (lineBreak && !rule.mayHaveLines()) {
                throw new BadCell("imports.lineBreak");
            }
            if (Character.isISOControl(character) && !lineBreak && character != '\t'
                    || character == '\uFFFE'
                    || character == '\uFFFF') {
                throw new BadCell("imports.controlCharacter", "U+%04X".formatted((int) character));
            }
        }
    }

    private static boolean startsFormula(char first, boolean numeric) {
        return switch (first) {
            case '=', '@', '\t', '\r' -> true;
            case '+', '-' -> !numeric;
            default -> false;
        };
    }
}
