package org.xinhuo.incentive.title;

import java.time.YearMonth;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.Decisions;
import org.xinhuo.incentive.scoring.MonthlyResults;

/** Says what gives somebody the next title and what would take the held one. */
@Component
public class ShowTitleProspect {

    private static final Logger log = LoggerFactory.getLogger(ShowTitleProspect.class);

    private final MonthlyResults results;
    private final LecturerTitles titles;
    private final Decisions decisions;

    ShowTitleProspect(MonthlyResults results, LecturerTitles titles, Decisions decisions) {
        this.results = results;
        this.titles = titles;
        this.decisions = decisions;
    }

    /**
     * From the confirmed months; whoever has none begins with nothing. Nothing where the tables do not answer: the titles
     * that are held need none of them.
     */
    public Optional<TitleProspect> of(String lecturerId) {
        NavigableMap<YearMonth, String> grades = new TreeMap<>(results.gradesOf(lecturerId));
        Standing standing = grades.isEmpty() ? new Standing(0, 0, 0) : Standing.at(grades, grades.lastKey());
        String held = titles.held(lecturerId).map(TitleEntry::title).orElse(null);
        try {
            return Optional.of(TitleProspect.of(
                    standing, held, decisions.preview(TitleRules.WIN), decisions.preview(TitleRules.LOSS)));
        } catch (Refusal unusable) {
            log.warn("{} or {} does not say what comes next", TitleRules.WIN, TitleRules.LOSS, unusable);
            return Optional.empty();
        }
    }
}
