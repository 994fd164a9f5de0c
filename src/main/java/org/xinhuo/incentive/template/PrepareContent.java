package org.xinhuo.incentive.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.content.ContentAccess;
import org.xinhuo.incentive.content.ContentRules;
import org.xinhuo.incentive.content.Wishes;
import org.xinhuo.incentive.conversion.ApplicationCase;
import org.xinhuo.incentive.conversion.ApplicationCases;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.incentive.sharing.Shares;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Lecturer;
import org.xinhuo.people.Lecturers;

/**
 * What a lecturer starts from: his last share on the subject, else the outline of the topic, else a template for any;
 * with what learners wish to hear in this share, and with cases of the topic that helped or were rated high.
 */
@Service
@Transactional(readOnly = true)
public class PrepareContent {

    /** What the form takes. */
    private static final int LONGEST = 20_000;

    private static final int SHARES_LOOKED_AT = 50;
    private static final int MOST_CASES = 3;
    private static final int LONGEST_EXCERPT = 600;

    private final Shares shares;
    private final Outlines outlines;
    private final Wishes wishes;
    private final ApplicationCases cases;
    private final ContentAccess access;
    private final ContentRules rules;
    private final Lecturers lecturers;
    private final Employees employees;
    private final JdbcClient jdbc;
    private final Texts texts;

    PrepareContent(
            Shares shares,
            Outlines outlines,
            Wishes wishes,
            ApplicationCases cases,
            ContentAccess access,
            ContentRules rules,
            Lecturers lecturers,
            Employees employees,
            JdbcClient jdbc,
            Texts texts) {
        this.shares = shares;
        this.outlines = outlines;
        this.wishes = wishes;
        this.cases = cases;
        this.access = access;
        this.rules = rules;
        this.lecturers = lecturers;
        this.employees = employees;
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** Texts to edit. */
    public record Draft(String outline, String cases) {}

    public Draft draft(String shareId) {
        Share share = shares.get(shareId);
        Locale locale = employees.get(share.lecturerId()).locale();
        List<Outlines.Outline> known = outlines.all();
        List<String> topics = topics(share, known);
        Draft start = start(share, known, topics, locale);
        List<String> wished = Stream.concat(
                        wishes.of(shareId).stream().map(Wishes.Wish::text), wishes.forNextTime(share, topics).stream())
                .map(wish -> "- " + wish)
                .toList();
        List<String> good = goodCases(share, topics, locale);
        return new Draft(
                with(start.outline(), texts.text(locale, "content.draft.wished"), wished),
                with(start.cases(), texts.text(locale, "content.draft.cases"), good));
    }

    private Draft start(Share share, List<Outlines.Outline> known, List<String> topics, Locale locale) {
        return previous(share, topics)
                .map(last ->
                        new Draft(Objects.requireNonNull(last.outline()), Objects.requireNonNullElse(last.cases(), "")))
                .or(() -> known.stream()
                        .filter(outline -> topics.contains(outline.topic()))
                        .findFirst()
                        .map(outline -> new Draft(filled(outline.outline(), share), filled(outline.cases(), share))))
                .orElseGet(() -> new Draft(
                        texts.text(locale, "incentive.outlineTemplate", share.title(), share.minutes()),
                        texts.text(locale, "incentive.casesTemplate")));
    }

    /** Those of the lecturer's tags and of the outlines' that stand in the title; where none does, the lecturer's own. */
    private List<String> topics(Share share, List<Outlines.Outline> known) {
        List<String> own =
                lecturers.findById(share.lecturerId()).map(Lecturer::topics).orElse(List.of());
        List<String> all =
                new ArrayList<>(known.stream().map(Outlines.Outline::topic).toList());
        own.stream().filter(topic -> !all.contains(topic)).forEach(all::add);
        List<String> named =
                all.stream().filter(topic -> contains(share.title(), topic)).toList();
        return named.isEmpty() ? own : named;
    }

    private Optional<Share> previous(Share share, List<String> topics) {
        List<Share> earlier = shares
                .findByLecturerIdAndOutlineIsNotNullOrderByStartsAtDesc(share.lecturerId(), Limit.of(SHARES_LOOKED_AT))
                .stream()
                .filter(other -> !other.id().equals(share.id()))
                .toList();
        return earlier.stream()
                .filter(other -> lower(other.title()).equals(lower(share.title())))
                .findFirst()
                .or(() -> earlier.stream()
                        .filter(other -> topics.stream()
                                .anyMatch(topic -> contains(share.title(), topic) && contains(other.title(), topic)))
                        .findFirst());
    }

    /** First what learners did with shares on the topic, then what was told in those that they rated high. */
    private List<String> goodCases(Share share, List<String> topics, Locale locale) {
        List<String> good = new ArrayList<>();
        cases.about(topics, share.id(), MOST_CASES).forEach(one -> good.add(told(one, locale)));
        ratedHigh(share, topics).stream()
                .map(shares::get)
                .filter(other -> access.mayRead(share.lecturerId(), other))
                .limit(Math.max(0, MOST_CASES - good.size()))
                .forEach(other ->
                        good.add(texts.text(locale, "content.draft.fromShare", other.title(), excerpt(other.cases()))));
        return good;
    }

    private List<String> ratedHigh(Share share, List<String> topics) {
        ContentRules.Rules high = rules.of(share.lecturerId());
        return jdbc.sql("select s.id from share s join rating r on r.share_id = s.id"
                        + " where s.id <> :share and s.cases is not null and s.lecturer_id <> :lecturer"
                        + " and exists (select 1 from unnest(:topics) t where position(lower(t) in lower(s.title)) > 0)"
                        + " group by s.id having count(*) >= :raters and avg(r.score) >= :high"
                        + " order by avg(r.score) desc, count(*) desc, s.id limit :most")
                .param("share", share.id())
                .param("lecturer", share.lecturerId())
                .param("topics", topics.toArray(String[]::new))
                .param("raters", high.raters())
                .param("high", high.high())
                .param("most", SHARES_LOOKED_AT)
                .query(String.class)
                .list();
    }

    private String told(ApplicationCase one, Locale locale) {
        String effect = Objects.requireNonNullElse(one.story().effect(), "");
        return texts.text(
                        locale,
                        "content.draft.fromCase",
                        excerpt(one.story().situation()),
                        excerpt(one.story().action()),
                        excerpt(one.story().result()),
                        effect)
                .strip();
    }

    private static String with(String text, String heading, List<String> lines) {
        StringBuilder all = new StringBuilder(text);
        if (!lines.isEmpty()) {
            all.append(text.isBlank() ? "" : "\n\n").append(heading);
            lines.forEach(line -> {
                if (all.length() + line.length() < LONGEST) {
                    all.append('\n').append(line);
                }
            });
        }
        return all.toString();
    }

    private static String filled(@Nullable String text, Share share) {
        return text == null
                ? ""
                : text.replace(Outlines.TITLE, share.title())
                        .replace(Outlines.MINUTES, String.valueOf(share.minutes()));
    }

    private static String excerpt(@Nullable String text) {
        String whole = text == null ? "" : text.strip();
        return whole.codePointCount(0, whole.length()) <= LONGEST_EXCERPT
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, LONGEST_EXCERPT)) + "…";
    }

    private static boolean contains(String title, String topic) {
        return lower(title).contains(lower(topic));
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
