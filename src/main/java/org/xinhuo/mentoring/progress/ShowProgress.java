package org.xinhuo.mentoring.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.log.LogConsent;
import org.xinhuo.mentoring.log.LogReaders;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;

/** Shows a progress sheet to those who may read it. */
@Component
public class ShowProgress {

    private static final Comparator<ProgressItem> OPEN_BY_DAY = Comparator.comparing(
                    (ProgressItem item) -> item.fields().status().isOver())
            .thenComparing(item -> item.fields().dueOn(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(ProgressItem::createdAt)
            .thenComparing(ProgressItem::id);

    private final MentoringRights rights;
    private final Mentorships mentorships;
    private final ProgressItems items;
    private final ProgressSuggestions suggestions;
    private final ProgressMoves moves;
    private final LogConsent consent;
    private final LogReaders readers;
    private final CompanyTime time;

    ShowProgress(
            MentoringRights rights,
            Mentorships mentorships,
            ProgressItems items,
            ProgressSuggestions suggestions,
            ProgressMoves moves,
            LogConsent consent,
            LogReaders readers,
            CompanyTime time) {
        this.consent = consent;
        this.readers = readers;
        this.rights = rights;
        this.mentorships = mentorships;
        this.items = items;
        this.suggestions = suggestions;
        this.moves = moves;
        this.time = time;
    }

    /** @throws Refusal where there is no such mentorship, or the reader may not read its sheet */
    @Transactional(readOnly = true)
    public ProgressSheet of(String mentorshipId, String readerId) {
        Mentorship mentorship = mentorships.get(mentorshipId);
        rights.check(readerId, mentorship, MentoringAction.READ_PROGRESS);
        List<ProgressItem> stored = items.findByMentorshipIdAndRemovedAtIsNull(mentorshipId);
        List<String> ids = stored.stream().map(ProgressItem::id).toList();
        Map<String, List<ProgressSheet.Move>> moved = moves.of(ids).stream()
                .collect(Collectors.groupingBy(
                        ProgressMoves.Stored::itemId,
                        Collectors.mapping(ProgressMoves.Stored::move, Collectors.toList())));
        // What was suggested stands in the log too: a mentor sees it here as far back as there.
        Instant from = consent.visibleFrom(mentorship, readerId);
        boolean words = readers.readsWords(mentorship, readerId);
        Map<String, List<ProgressSheet.Suggestion>> suggested =
                suggestions.findByItemIdInOrderByMadeAtAscIdAsc(ids).stream()
                        .filter(suggestion -> !suggestion.isBefore(from))
                        .collect(Collectors.groupingBy(
                                ProgressSuggestion::itemId,
                                Collectors.mapping(
                                        suggestion -> told(suggestion, mentorship.menteeId(), words),
                                        Collectors.toList())));
        LocalDate today = time.today();
        return new ProgressSheet(
                mentorshipId,
                mentorship.menteeId(),
                !words,
                stored.stream()
                        .sorted(OPEN_BY_DAY)
                        .map(item -> told(
                                item,
                                moved.getOrDefault(item.id(), List.of()),
                                suggested.getOrDefault(item.id(), List.of()),
                                today))
                        .toList());
    }

    /** Notes that this person looks now. @return when the time before, or null where this is the first */
    @Transactional
    public @Nullable Instant look(String mentorshipId, String readerId) {
        return moves.look(mentorshipId, readerId, time.now());
    }

    private static ProgressSheet.Item told(
            ProgressItem item,
            List<ProgressSheet.Move> moved,
            List<ProgressSheet.Suggestion> suggested,
            LocalDate today) {
        ItemFields fields = item.fields();
        LocalDate due = fields.dueOn();
        return new ProgressSheet.Item(
                item.id(),
                fields.title(),
                due,
                fields.status().code(),
                due != null && !fields.status().isOver() && due.isBefore(today),
                fields.note(),
                item.createdAt(),
                item.changedAt(),
                item.version(),
                moved,
                suggested);
    }

    private static ProgressSheet.Suggestion told(ProgressSuggestion suggestion, String menteeId, boolean words) {
        SuggestionAnswer answer = suggestion.answer();
        return new ProgressSheet.Suggestion(
                suggestion.id(),
                suggestion.authorId(),
                words ? suggestion.text() : null,
                List.of(menteeId),
                suggestion.madeAt(),
                answer == null ? null : answer.code(),
                words ? suggestion.reply() : null,
                suggestion.answeredAt());
    }
}
