package org.xinhuo.incentive.sharing;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Texts;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Lecturer;
import org.xinhuo.people.Lecturers;

/** What a lecturer starts from: his last share on the subject, else a template. */
@Service
@Transactional(readOnly = true)
public class SuggestContent {

    private static final int SHARES_LOOKED_AT = 50;

    private final Shares shares;
    private final Lecturers lecturers;
    private final Employees employees;
    private final Texts texts;

    SuggestContent(Shares shares, Lecturers lecturers, Employees employees, Texts texts) {
        this.shares = shares;
        this.lecturers = lecturers;
        this.employees = employees;
        this.texts = texts;
    }

    /** Texts to edit. */
    public record Draft(String outline, String cases) {}

    public Draft draft(String shareId) {
        Share share = shares.get(shareId);
        return previous(share)
                .map(last ->
                        new Draft(Objects.requireNonNull(last.outline()), Objects.requireNonNullElse(last.cases(), "")))
                .orElseGet(() -> template(share));
    }

    private Optional<Share> previous(Share share) {
        List<Share> earlier = shares
                .findByLecturerIdAndOutlineIsNotNullOrderByStartsAtDesc(share.lecturerId(), Limit.of(SHARES_LOOKED_AT))
                .stream()
                .filter(other -> !other.id().equals(share.id()))
                .toList();
        List<String> topics =
                lecturers.findById(share.lecturerId()).map(Lecturer::topics).orElse(List.of());
        return earlier.stream()
                .filter(other -> lower(other.title()).equals(lower(share.title())))
                .findFirst()
                .or(() -> earlier.stream()
                        .filter(other -> topics.stream()
                                .map(SuggestContent::lower)
                                .anyMatch(topic -> lower(share.title()).contains(topic)
                                        && lower(other.title()).contains(topic)))
                        .findFirst());
    }

    private Draft template(Share share) {
        Locale locale = employees.get(share.lecturerId()).locale();
        return new Draft(
                texts.text(locale, "incentive.outlineTemplate", share.title(), share.minutes()),
                texts.text(locale, "incentive.casesTemplate"));
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
