package org.xinhuo.mentoring.process.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.testing.SqlCount;

/** The steps that look at a whole cohort send as many statements for sixty mentees as for six. */
class CohortStatementsTest extends CohortStory {

    @Autowired
    SqlCount sql;

    @Test
    void noStepOverTheWholeCohortDependsOnItsSize() throws Exception {
        company.write("update mentor set capacity = 100");
        // The engine reads models and tables the first time, and keeps them.
        statements(2);
        List<Long> few = statements(6);
        List<Long> many = statements(60);
        assertThat(many).isEqualTo(few).allMatch(count -> count < 60);
    }

    /** Of forming, making shortlists, assigning and reporting. */
    private List<Long> statements(int size) throws Exception {
        List<String> mentees = new ArrayList<>();
        for (int mentee = 0; mentee < size; mentee++) {
            mentees.add("s" + size + "-" + mentee);
            company.employee(mentees.get(mentee));
        }
        List<Long> counts = new ArrayList<>();
        String[] id = new String[1];
        counts.add(sql.of(() -> id[0] = cohorts.form("Size " + size, new ArrayList<>(mentees), "han")));
        counts.add(sql.of(() -> executeNext("makeShortlists")));
        runJobs();
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .activityId("choiceDue")
                        .singleResult()
                        .getId());
        counts.add(sql.of(() -> executeNext("assignMentors")));
        counts.add(sql.of(() -> report(id[0])));
        runJobs();
        return counts;
    }

    private void executeNext(String activity) {
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .activityId(activity)
                        .singleResult()
                        .getId());
    }
}
