package org.xinhuo.mentoring.progress;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;

/** The mentee keeps the progress sheet. Nobody else writes into it. */
@Component
@Transactional
public class WriteProgress {

    /** More than anybody keeps an eye on. */
    static final int ITEMS = 200;

    private final MentoringRights rights;
    private final Mentorships mentorships;
    private final ProgressItems items;
    private final ProgressMoves moves;
    private final CompanyTime time;

    WriteProgress(
            MentoringRights rights,
            Mentorships mentorships,
            ProgressItems items,
            ProgressMoves moves,
            CompanyTime time) {
        this.rights = rights;
        this.mentorships = mentorships;
        this.items = items;
        this.moves = moves;
        this.time = time;
    }

    /** @throws Refusal where this person may not write into this sheet, or nobody may any longer */
    @Transactional(readOnly = true)
    public void expectWriter(String mentorshipId, String personId) {
        open(mentorshipId, personId);
    }

    /**
     * Adds an item.
     *
     * @return its id
     * @throws Refusal where the person is not the mentee, the mentorship has ended, or the sheet is full
     */
    public String add(String mentorshipId, String personId, ItemFields fields) {
        open(mentorshipId, personId);
        if (items.countByMentorshipIdAndRemovedAtIsNull(mentorshipId) >= ITEMS) {
            throw Refusal.conflict("mentoring.progress.full", ITEMS);
        }
        ProgressItem item = items.saveAndFlush(new ProgressItem(mentorshipId, fields, time.now()));
        moves.add(item.id(), personId, null, fields.status(), time.now());
        return item.id();
    }

    /**
     * Changes an item.
     *
     * @param version the version that the mentee saw, or null for whatever it is now
     * @param change makes the new fields of the present ones
     * @throws Refusal also where there is no such item, or it has another version by now
     */
    public void change(
            String mentorshipId,
            String itemId,
            String personId,
            @Nullable Long version,
            UnaryOperator<ItemFields> change) {
        ProgressItem item = mine(mentorshipId, itemId, personId, version);
        ItemFields before = item.fields();
        ItemFields after = change.apply(before);
        if (after.equals(before)) {
            return;
        }
        item.change(after, time.now());
        items.saveAndFlush(item);
        if (before.status() != after.status()) {
            moves.add(itemId, personId, before.status(), after.status(), time.now());
        }
    }

    /** Takes an item from the sheet. @throws Refusal as for a change */
    public void remove(String mentorshipId, String itemId, String personId, @Nullable Long version) {
        ProgressItem item = mine(mentorshipId, itemId, personId, version);
        item.remove(time.now());
        items.saveAndFlush(item);
    }

    private ProgressItem mine(String mentorshipId, String itemId, String personId, @Nullable Long version) {
        open(mentorshipId, personId);
        ProgressItem item = items.get(mentorshipId, itemId);
        if (version != null && version != item.version()) {
            throw Refusal.conflict("base.changedMeanwhile");
        }
        return item;
    }

    private void open(String mentorshipId, String personId) {
        Mentorship mentorship = mentorships.get(mentorshipId);
        rights.check(personId, mentorship, MentoringAction.WRITE_PROGRESS);
        if (!mentorship.isOpen()) {
            throw Refusal.conflict("mentoring.progress.closed");
        }
    }
}
