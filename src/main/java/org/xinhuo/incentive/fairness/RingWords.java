package org.xinhuo.incentive.fairness;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Texts;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** Says what was found in the language of the request, with names and figures. */
@Component
public class RingWords {

    /** Beyond it, how seldom something happens by chance is no longer worth telling apart. */
    private static final long SELDOM = 1_000_000;

    private final Employees employees;
    private final Texts texts;

    RingWords(Employees employees, Texts texts) {
        this.employees = employees;
        this.texts = texts;
    }

    /** Who, how much, how much was to be expected, and how seldom chance would do it. */
    public String sentence(RingFinding finding) {
        Map<String, String> names = names(finding);
        long months = finding.chance() * SELDOM < 1 ? SELDOM : (long) (1 / finding.chance());
        return texts.text(
                "fairness.ring.sentence",
                String.join(texts.text("fairness.and"), names.values()),
                finding.marks().size(),
                finding.given().doubleValue(),
                finding.expected().doubleValue(),
                months);
    }

    /**
     * The same for whoever opens the approval of a reward.
     *
     * @param readerId a member of the group reads only that somebody else decides; null for the product itself
     */
    public String sentenceFor(RingFinding finding, @Nullable String readerId) {
        return readerId != null && finding.concerns(readerId)
                ? texts.text("fairness.ring.ownGroup")
                : sentence(finding);
    }

    /** The names of the members by id. */
    public Map<String, String> names(RingFinding finding) {
        Map<String, String> names = new TreeMap<>();
        List<String> ids =
                finding.members().stream().map(RingFinding.Member::lecturerId).toList();
        for (Employee employee : employees.findAllById(ids)) {
            names.put(employee.id(), employee.name());
        }
        return names;
    }
}
