package org.xinhuo.base;

/**
 * How a module takes rows of one kind of file into its tables. The file's reader has checked each cell by itself and
 * put all rows into the temporary table {@code staged_row} of the current transaction: {@code row_number} (the line the
 * user sees; the header is 1) and one typed column for each column of the file, under the same name, quoted. A cell
 * that was bad or empty is null. Everything here works on sets, so that a hundred thousand rows cost a handful of
 * statements. More than one module may check a kind; the owner of the tables alone merges.
 */
public interface Intake {

    /** The kind of file, such as {@code employees}. */
    String kind();

    /** Says what is wrong with the rows beside each other and beside what is stored; changes nothing. */
    void check(StagedRows rows);

    /** Stores all rows: new keys are added, known ones updated. Called only where nothing was wrong. */
    void merge();
}
