package org.xinhuo.people;

import org.xinhuo.base.StagedRows;

/** The check that most kinds share: whom a row speaks of must be somebody of the company. */
final class KnownPeople {

    private KnownPeople() {}

    static void check(StagedRows rows) {
        rows.refuse("employeeId", "people.unknownEmployee", """
                select row_number, "employeeId" from staged_row s
                where "employeeId" is not null and not exists (select 1 from employee e where e.id = s."employeeId")
                order by row_number
                """);
    }
}
