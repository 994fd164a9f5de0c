package org.xinhuo.mentoring.coaching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xinhuo.people.CompetencyNames;

/**
 * How concrete a piece of advice is, told from its words alone, Chinese or English: does it name a step to take, a
 * figure, a date, and the competency that it is about? Always the same answer for the same words. The word lists are
 * in {@link AdviceWords}; docs/coaching-figures.md says what counts and gives examples.
 *
 * @param step something to do that others could watch: a step verb or a numbered step
 * @param figure how much, how many or how long; a date and the number of a step are no figures
 * @param date by when or how often; what is past does not count
 * @param competency a competency of the mentee's job model by its name
 */
public record AdviceSpecificity(boolean step, boolean figure, boolean date, boolean competency) {

    /** The parts, in the order in which they are spoken of; also the last part of their message codes. */
    public enum Part {
        STEP,
        FIGURE,
        DATE,
        COMPETENCY;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param competencies of the mentee's job model; may be empty, and then none can be named */
    public static AdviceSpecificity of(String advice, Collection<String> competencies) {
        String text = CompetencyNames.plain(advice);
        List<Pattern> names = competencies.stream()
                .map(CompetencyNames::pattern)
                .flatMap(Optional::stream)
                .toList();
        // "Client interviews" is the name of a competency before it is something to do.
        String withoutNames = text;
        for (Pattern name : names) {
            withoutNames = name.matcher(withoutNames).replaceAll("\n");
        }
        String withoutDates = AdviceWords.DATE.matcher(text).replaceAll("\n");
        Matcher numbering = AdviceWords.NUMBERING.matcher(withoutDates);
        return new AdviceSpecificity(
                numbering.find() || AdviceWords.STEP.matcher(withoutNames).find(),
                AdviceWords.FIGURE.matcher(numbering.replaceAll("\n")).find(),
                AdviceWords.DATE.matcher(text).find(),
                names.stream().anyMatch(name -> name.matcher(text).find()));
    }

    /** 0, too general to act on, to 4, nothing left open. */
    public int score() {
        return (step ? 1 : 0) + (figure ? 1 : 0) + (date ? 1 : 0) + (competency ? 1 : 0);
    }

    public boolean has(Part part) {
        return switch (part) {
            case STEP -> step;
            case FIGURE -> figure;
            case DATE -> date;
            case COMPETENCY -> competency;
        };
    }

    /** What is missing; empty where nothing is. */
    public List<Part> lacking() {
        List<Part> lacking = new ArrayList<>();
        for (Part part : Part.values()) {
            if (!has(part)) {
                lacking.add(part);
            }
        }
        return lacking;
    }
}
