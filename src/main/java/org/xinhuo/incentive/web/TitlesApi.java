package org.xinhuo.incentive.web;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.title.LecturerTitles;
import org.xinhuo.incentive.title.ShowTitleProspect;
import org.xinhuo.incentive.title.Standing;
import org.xinhuo.incentive.title.TitleEntry;
import org.xinhuo.incentive.title.TitleProspect;

/** The titles of a lecturer with their history, over HTTP. */
@RestController
class TitlesApi {

    private final LecturerTitles titles;
    private final ShowTitleProspect prospects;
    private final MonthReaders readers;
    private final Texts texts;

    TitlesApi(LecturerTitles titles, ShowTitleProspect prospects, MonthReaders readers, Texts texts) {
        this.titles = titles;
        this.prospects = prospects;
        this.readers = readers;
        this.texts = texts;
    }

    record Decision(String key, int version) {}

    /** @param kind {@code won}, {@code lost}, {@code withdrawn} or {@code restored} */
    record Entry(
            String title,
            String kind,
            String period,
            Decision decision,
            @Nullable Standing standing,
            @Nullable String correctionId,
            @Nullable String reason,
            Instant decidedAt) {

        static Entry of(TitleEntry entry) {
            return new Entry(
                    entry.title(),
                    entry.kind().name().toLowerCase(Locale.ROOT),
                    entry.period().toString(),
                    new Decision(entry.decisionKey(), entry.decisionVersion()),
                    entry.standing(),
                    entry.correctionId(),
                    entry.reason(),
                    entry.decidedAt());
        }
    }

    /**
     * @param title what is held now, or null
     * @param since the month from which it holds, or null
     * @param prospect what the tables, as they are today, would make of the months to come, or null where they do not
     *     answer; {@code prospectUnknown} says so then
     * @param history the oldest first; only added to
     */
    record Titles(
            String lecturerId,
            @Nullable String title,
            @Nullable String since,
            @Nullable TitleProspect prospect,
            @Nullable String prospectUnknown,
            List<Entry> history) {}

    /** For the lecturer, the manager, HR, auditors and administrators. */
    @GetMapping("/api/lecturers/{id}/titles")
    Titles titles(@PathVariable String id, Principal reader, Locale locale) {
        readers.refuseStrangers(id, reader.getName());
        TitleEntry held = titles.held(id).orElse(null);
        TitleProspect prospect = prospects.of(id).orElse(null);
        return new Titles(
                id,
                held == null ? null : held.title(),
                held == null ? null : held.period().toString(),
                prospect,
                prospect == null ? texts.text(locale, "title.prospectUnknown") : null,
                titles.of(id).stream().map(Entry::of).toList());
    }
}
