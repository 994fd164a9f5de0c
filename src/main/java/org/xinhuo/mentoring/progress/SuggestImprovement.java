package org.xinhuo.mentoring.progress;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.log.CoachingLog;
import org.xinhuo.mentoring.log.LogKind;
import org.xinhuo.mentoring.log.NewEntry;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Competencies;
import org.xinhuo.people.Employees;

/** The mentor hangs a suggestion on an item, and the mentee is told at once. It is all that a mentor writes here. */
@Component
public class SuggestImprovement {

    /** More than anybody answers. */
    static final int SUGGESTIONS = 50;

    private final MentoringRights rights;
    private final Mentorships mentorships;
    private final ProgressItems items;
    private final ProgressSuggestions suggestions;
    private final Employees employees;
    private final Notices notices;
    private final Competencies competencies;
    private final CoachingLog log;
    private final CompanyTime time;

    SuggestImprovement(
            MentoringRights rights,
            Mentorships mentorships,
            ProgressItems items,
            ProgressSuggestions suggestions,
            Employees employees,
            Notices notices,
            Competencies competencies,
            CoachingLog log,
            CompanyTime time) {
        this.rights = rights;
        this.mentorships = mentorships;
        this.items = items;
        this.suggestions = suggestions;
        this.employees = employees;
        this.notices = notices;
        this.competencies = competencies;
        this.log = log;
        this.time = time;
    }

    /**
     * Adds a suggestion.
     *
     * @param words 1 to 2000 characters
     * @return its id
     * @throws Refusal where the person is not the mentor, the mentorship has ended, or there is no such item
     */
    @Transactional
    public String suggest(String mentorshipId, String itemId, String personId, String words) {
        Mentorship mentorship = mentorships.get(mentorshipId);
        rights.check(personId, mentorship, MentoringAction.SUGGEST_IMPROVEMENT);
        if (!mentorship.isOpen()) {
            throw Refusal.conflict("mentoring.progress.closed");
        }
        ProgressItem item = items.get(mentorshipId, itemId);
        String text = ItemFields.required("text", words, ItemFields.TEXT);
        if (suggestions.countByItemId(itemId) >= SUGGESTIONS) {
            throw Refusal.conflict("mentoring.progress.enough", SUGGESTIONS);
        }
        ProgressSuggestion suggestion =
                suggestions.saveAndFlush(new ProgressSuggestion(itemId, personId, text, time.now()));
        notices.tellAtOnce(
                mentorship.menteeId(),
                "progress/" + suggestion.id(),
                "mentoring.progress.suggested",
                link(mentorship, itemId),
                employees.get(personId).name(),
                item.title());
        log.record(NewEntry.of(mentorshipId, LogKind.SUGGESTION, personId, text)
                .source(suggestion.id())
                .about(tags(mentorship, item, text))
                .headline("mentoring.progress.log.suggested", item.title()));
        return suggestion.id();
    }

    /** The competencies that the item or the words name: that is what the suggestion is about. */
    private List<String> tags(Mentorship mentorship, ProgressItem item, String words) {
        return competencies.namedIn(
                item.title() + "\n" + words,
                employees.get(mentorship.menteeId()).job());
    }

    /** Where an item stands on our pages. */
    static String link(Mentorship mentorship, String itemId) {
        return mentorship.page() + "/progress#item-" + itemId;
    }
}
