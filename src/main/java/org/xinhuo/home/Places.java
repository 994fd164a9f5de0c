package org.xinhuo.home;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pages that the line at the top leads to, in its order: few enough to read at a glance, the rest a menu away. Who
 * may open a page is decided by the page; here stands only to whom it is offered.
 */
final class Places {

    private static final List<Section> SECTIONS = List.of(
            alone(place("/", "page.home")),
            alone(place("/camunda/app/tasklist/default/", "page.tasklist")),
            section(
                    "page.section.mentoring",
                    place("/mentorships", "page.mentorships", "hr", "auditor"),
                    place("/start-mentoring", "page.startMentoring", "manager", "hr", "camunda-admin"),
                    place("/cohorts", "page.cohorts", "hr"),
                    place("/duties", "page.duties", "hr", "auditor"),
                    place("/execution", "page.execution", "manager", "hr", "auditor", "process-owner", "camunda-admin"),
                    place("/leaves", "page.leaves", "mentor", "hr", "camunda-admin"),
                    place("/departures", "page.departures", "hr", "camunda-admin")),
            section(
                    "page.section.lecturing",
                    place("/shares", "content.page.shares"),
                    place("/months", "score.nav", "lecturer"),
                    place("/topics", "topic.nav", "lecturer"),
                    place("/rota", "page.rota"),
                    place("/check-in", "rating.checkIn.title"),
                    place("/outlines", "content.outline.page", "hr", "process-owner", "camunda-admin"),
                    place("/fairness", "fairness.nav", "hr")),
            section(
                    "page.section.rewards",
                    place("/titles", "title.nav", "lecturer"),
                    place("/honours", "certificate.nav", "lecturer", "hr", "auditor", "camunda-admin"),
                    place("/promotion", "promotion.page", "lecturer"),
                    place("/offers", "training.nav", "lecturer", "hr", "auditor", "camunda-admin"),
                    place("/rewards", "reward.nav.rewards", "lecturer", "hr", "auditor", "camunda-admin"),
                    place("/offers/mentoring", "mentorOffer.nav", "lecturer", "hr"),
                    place("/corrections", "correction.page.link", "hr", "auditor", "camunda-admin"),
                    place("/payroll", "reward.nav.payroll", "hr", "auditor", "camunda-admin"),
                    place("/performance", "performance.page", "hr", "auditor", "camunda-admin")),
            alone(place("/library", "page.library")),
            section(
                    "page.section.records",
                    place("/imports", "page.imports", "hr", "camunda-admin"),
                    place("/deliveries", "page.deliveries", "hr", "camunda-admin"),
                    place("/audit", "page.audit", "auditor", "camunda-admin"),
                    place("/camunda/app/cockpit/default/", "page.cockpit", "process-owner", "camunda-admin")));

    private Places() {}

    /**
     * A page.
     *
     * @param link where it is
     * @param label the code of its name
     * @param groups to whom it is offered; nobody named: to everybody
     */
    record Place(String link, String label, Set<String> groups) {

        private boolean isFor(Visitor visitor) {
            return groups.isEmpty() || visitor.in(groups.toArray(String[]::new));
        }
    }

    /**
     * One entry of the line at the top.
     *
     * @param label the code of the menu's name, or null for a page that stands by itself
     * @param here whether the visitor is in one of its pages
     */
    record Menu(@Nullable String label, List<Place> places, boolean here) {}

    private record Section(@Nullable String label, List<Place> places) {

        @Nullable
        Menu of(Visitor visitor) {
            List<Place> offered =
                    places.stream().filter(place -> place.isFor(visitor)).toList();
            if (offered.isEmpty()) {
                return null;
            }
            boolean here = offered.stream().anyMatch(place -> visitor.at(place.link()) != null);
            // A menu of one would only be a click more.
            return new Menu(offered.size() == 1 ? null : label, offered, here);
        }
    }

    /** What is offered to this visitor. */
    static List<Menu> of(Visitor visitor) {
        return SECTIONS.stream()
                .map(section -> section.of(visitor))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Place place(String link, String label, String... groups) {
        return new Place(link, label, Set.of(groups));
    }

    private static Section alone(Place place) {
        return new Section(null, List.of(place));
    }

    private static Section section(String label, Place... places) {
        return new Section(label, List.of(places));
    }
}
