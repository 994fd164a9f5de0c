package org.xinhuo.mentoring.rights;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.notification.ClosedPages;

/** The pages of a pair are closed to who may not read it any more, such as its former mentor. */
@Component
class ClosedPairs implements ClosedPages {

    private static final Pattern OF_A_PAIR = Pattern.compile("/mentorships/([^/?#]+)(?:[/?#].*)?");

    private final Mentorships mentorships;
    private final MentoringRights rights;

    ClosedPairs(Mentorships mentorships, MentoringRights rights) {
        this.mentorships = mentorships;
        this.rights = rights;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> closedTo(String personId, Collection<String> paths) {
        Map<String, Boolean> readable = new HashMap<>();
        Set<String> closed = new HashSet<>();
        for (String path : paths) {
            Matcher pair = OF_A_PAIR.matcher(path);
            if (pair.matches() && !readable.computeIfAbsent(pair.group(1), id -> mayRead(personId, id))) {
                closed.add(path);
            }
        }
        return closed;
    }

    private boolean mayRead(String personId, String mentorshipId) {
        return mentorships
                .findById(mentorshipId)
                .map(pair -> rights.may(personId, pair, MentoringAction.READ_MENTORSHIP))
                .orElse(true);
    }
}
