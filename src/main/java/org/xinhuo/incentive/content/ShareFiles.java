package org.xinhuo.incentive.content;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.incentive.sharing.Shares;
import org.xinhuo.library.AddResource;
import org.xinhuo.library.LibraryShelf;
import org.xinhuo.library.Upload;

/** The files of a share. They lie in the library; new versions, downloads, forwards and withdrawals are its own. */
@Component
public class ShareFiles {

    /** More files make no better share. */
    static final int MOST_FILES = 50;

    private final Shares shares;
    private final ContentAccess access;
    private final AddResource addResource;
    private final LibraryShelf shelf;
    private final JdbcClient jdbc;

    ShareFiles(Shares shares, ContentAccess access, AddResource addResource, LibraryShelf shelf, JdbcClient jdbc) {
        this.shares = shares;
        this.access = access;
        this.addResource = addResource;
        this.shelf = shelf;
        this.jdbc = jdbc;
    }

    /**
     * The lecturer brings a file; before the share or after it.
     *
     * @return the id of the resource
     * @throws Refusal for everybody else, where the share was called off, and where the library does not take the file
     */
    public String add(String shareId, @Nullable String title, Upload upload, String lecturerId) {
        Share share = shares.get(shareId);
        if (!share.lecturerId().equals(lecturerId)) {
            throw Refusal.forbidden("content.lecturerAlone");
        }
        if (share.state() == Share.State.CANCELLED) {
            throw Refusal.conflict("incentive.shareWasCancelled", share.title());
        }
        if (shelf.inCircle(ContentAccess.SHARE + shareId, lecturerId, MOST_FILES)
                        .size()
                >= MOST_FILES) {
            throw Refusal.conflict("content.tooManyFiles", MOST_FILES);
        }
        return addResource.addToCircle(lecturerId, title, ContentAccess.SHARE + shareId, upload);
    }

    /** A file that shows how a learner used it; for who may see the content of the share. */
    public String addUse(String shareId, Upload upload, String learnerId) {
        access.readable(shareId, learnerId);
        return addResource.addToCircle(learnerId, null, ContentAccess.USE + shareId, upload);
    }

    /** The latest first; nothing for who may not see it, but for what was forwarded to him. */
    public List<LibraryShelf.Line> of(String shareId, String personId) {
        return shelf.inCircle(ContentAccess.SHARE + shareId, personId, MOST_FILES);
    }

    /** How many distinct people have reused each file of a share; files that nobody has are left out. */
    public Map<String, Integer> reuses(String shareId) {
        Map<String, Integer> reuses = new TreeMap<>();
        jdbc.sql("select resource_id, count(*) as people from share_reuse where share_id = :share group by resource_id")
                .param("share", shareId)
                .query(row -> {
                    reuses.put(row.getString("resource_id"), row.getInt("people"));
                });
        return reuses;
    }
}
