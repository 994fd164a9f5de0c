package org.xinhuo.incentive.content;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.incentive.sharing.Shares;
import org.xinhuo.library.ResourceCircles;

/** The one answer to who may see the content of a share: outline, cases, files, and how they were used. */
@Component
@Transactional(readOnly = true)
public class ContentAccess implements ResourceCircles {

    /** Files of the lecturer; the id of the share follows. */
    static final String SHARE = "share/";

    /** Files of learners that show how they used it; the id of the share follows. */
    static final String USE = "share-use/";

    private final Shares shares;
    private final List<ContentRight> rights;

    ContentAccess(Shares shares, List<ContentRight> rights) {
        this.shares = shares;
        this.rights = rights;
    }

    /** Whether this person may see the content of this share and have its files. */
    public boolean mayRead(String personId, Share share) {
        return rights.stream().anyMatch(right -> right.grants(personId, share));
    }

    /**
     * The share, for who may see its content.
     *
     * @throws Refusal for everybody else, and where there is no such share
     */
    public Share readable(String shareId, String personId) {
        Share share = shares.get(shareId);
        if (!mayRead(personId, share)) {
            throw Refusal.forbidden("content.notForYou");
        }
        return share;
    }

    @Override
    public boolean mayRead(String personId, String circle) {
        return shareOf(circle).filter(share -> mayRead(personId, share)).isPresent();
    }

    @Override
    public boolean mayBringIn(String personId, String circle) {
        return shareOf(circle)
                .filter(share -> share.state() != Share.State.CANCELLED)
                .filter(share -> circle.startsWith(SHARE) == share.lecturerId().equals(personId))
                .filter(share -> mayRead(personId, share))
                .isPresent();
    }

    private Optional<Share> shareOf(String circle) {
        return circle.startsWith(SHARE) || circle.startsWith(USE)
                ? shares.findById(circle.substring(circle.indexOf('/') + 1))
                : Optional.empty();
    }
}
