package org.xinhuo.mentoring.progress;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

/** The mentee says what becomes of a suggestion: adopted, not now, or that it needs help. */
@Component
public class AnswerSuggestion {

    private final MentoringRights rights;
    private final Mentorships mentorships;
    private final ProgressItems items;
    private final ProgressSuggestions suggestions;
    private final Employees employees;
    private final Notices notices;
    private final Competencies competencies;
    private final CoachingLog log;
    private final CompanyTime time;

    AnswerSuggestion(
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
     * Keeps the answer; a later one replaces it. The same again changes nothing.
     *
     * @param code a code of {@link SuggestionAnswer}
     * @param words the mentee's own words, up to 2000 characters, or null
     * @throws Refusal where the person is not the mentee, the mentorship has ended, or there is no such suggestion
     */
    @Transactional
    public void answer(
            String mentorshipId, String suggestionId, String personId, @Nullable String code, @Nullable String words) {
        Mentorship mentorship = mentorships.get(mentorshipId);
        rights.check(personId, mentorship, MentoringAction.ANSWER_SUGGESTION);
        if (!mentorship.isOpen()) {
            throw Refusal.conflict("mentoring.progress.closed");
        }
        ProgressSuggestion suggestion = suggestions
                .findById(suggestionId)
                .orElseThrow(() -> Refusal.notFound("mentoring.progress.unknownSuggestion"));
        ProgressItem item = items.findById(suggestion.itemId())
                .filter(of -> of.mentorshipId().equals(mentorshipId) && !of.isRemoved())
                .orElseThrow(() -> Refusal.notFound("mentoring.progress.unknownSuggestion"));
        SuggestionAnswer answer = answer(code);
        String reply = ItemFields.optional("reply", words, ItemFields.TEXT);
        if (answer == suggestion.answer() && reply.equals(suggestion.reply())) {
            return;
        }
        suggestion.answer(answer, reply, time.now());
        ProgressSuggestion stored = suggestions.saveAndFlush(suggestion);
        String source = stored.id() + "/" + stored.version();
        if (answer == SuggestionAnswer.NEED_HELP) {
            callForHelp(mentorship, stored, item, source);
        } else if (rights.may(stored.authorId(), mentorship, MentoringAction.SUGGEST_IMPROVEMENT)) {
            notices.tell(
                    stored.authorId(),
                    "progress/" + source,
                    "mentoring.progress.answered." + answer.code(),
                    SuggestImprovement.link(mentorship, item.id()),
                    employees.get(mentorship.menteeId()).name(),
                    item.title());
        }
        log.record(NewEntry.of(mentorshipId, LogKind.SUGGESTION, personId, reply)
                .source(source)
                .about(competencies.namedIn(
                        item.title() + "\n" + suggestion.text() + "\n" + reply,
                        employees.get(mentorship.menteeId()).job()))
                .headline("mentoring.progress.log." + answer.code(), item.title()));
    }

    /** Who mentors now helps, the substitute while there is one; and who suggested it, while still of the pair. */
    private void callForHelp(Mentorship mentorship, ProgressSuggestion suggestion, ProgressItem item, String once) {
        Set<String> helpers = new LinkedHashSet<>();
        if (mentorship.mentorId() != null) {
            helpers.add(mentorship.actingMentor());
        }
        if (rights.may(suggestion.authorId(), mentorship, MentoringAction.SUGGEST_IMPROVEMENT)) {
            helpers.add(suggestion.authorId());
        }
        for (String helper : helpers) {
            notices.tellAtOnce(
                    helper,
                    "progress/" + once,
                    "mentoring.progress.needsHelp",
                    SuggestImprovement.link(mentorship, item.id()),
                    employees.get(mentorship.menteeId()).name(),
                    item.title());
        }
    }

    private static SuggestionAnswer answer(@Nullable String code) {
        if (code == null || code.isBlank()) {
            throw Refusal.invalid("answer", "form.required", "answer");
        }
        return SuggestionAnswer.of(code.strip())
                .orElseThrow(
                        () -> Refusal.invalid("answer", "form.notOneOf", "answer", code, SuggestionAnswer.codes()));
    }
}
