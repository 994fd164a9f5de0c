package org.xinhuo.library;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.library.content.ContentStore;

/** Somebody downloads a version of a resource. */
@Component
public class ReadContent {

    private static final Logger LOG = LoggerFactory.getLogger(ReadContent.class);
    private static final int SHORTEST_REASON = 4;
    private static final int LONGEST_REASON = 500;

    private final ResourceAccess access;
    private final LibraryRights rights;
    private final ResourceViews views;
    private final ContentStore store;

    ReadContent(ResourceAccess access, LibraryRights rights, ResourceViews views, ContentStore store) {
        this.access = access;
        this.rights = rights;
        this.views = views;
        this.store = store;
    }

    /**
     * A version that somebody may have.
     *
     * @param reason why HR looks into what is not shared with HR; null for everybody else
     */
    public record Content(
            Resource resource,
            ResourceVersion version,
            String personId,
            @Nullable String reason) {

        public long size() {
            return version.size();
        }

        /** As {@code ETag} has it, without quotes. */
        public String sha256() {
            return version.sha256();
        }

        public String mediaType() {
            return version.mediaType();
        }

        /** The value of {@code Content-Disposition}. */
        public String disposition() {
            return version.name().disposition();
        }
    }

    /**
     * HR says why to look into what is not shared with HR, and looks with it until the end of the day, by the company's
     * calendar. Of who needs no reason nothing is kept.
     *
     * @throws Refusal for who may not look at all, and where it is no reason
     */
    @Transactional
    public void giveReason(String resourceId, String personId, @Nullable String reason) {
        ResourceAccess.Readable whole = access.whole(resourceId);
        Resource resource = whole.resource();
        ResourceAccess.Readable mine = new ResourceAccess.Readable(resource, access.reachable(resourceId, personId));
        if (mine.versions().size() == whole.versions().size()) {
            return;
        }
        if (!rights.mayInspect(personId, resource)) {
            if (mine.versions().isEmpty()) {
                throw refused(whole, mine, personId, null);
            }
            return;
        }
        String why = reason == null ? "" : FileName.clean(reason);
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            throw reasonNeeded();
        }
        views.reasonGiven(resourceId, personId, why);
    }

    /**
     * Finds what to download.
     *
     * @param number of the version, or null for the newest that the person may have
     * @throws Refusal where the person may not have it, and for HR who gave no reason on this day where one is needed;
     *     auditors see that there is such a file, never what is in it
     */
    @Transactional(readOnly = true)
    public Content find(String resourceId, String personId, @Nullable Integer number) {
        ResourceAccess.Readable whole = access.whole(resourceId);
        Resource resource = whole.resource();
        ResourceAccess.Readable mine = new ResourceAccess.Readable(resource, access.reachable(resourceId, personId));
        boolean mayHave = number == null
                ? !mine.versions().isEmpty()
                : mine.version(number).isPresent();
        if (mayHave) {
            return content(mine, personId, number, null);
        }
        if (!rights.mayInspect(personId, resource)) {
            throw refused(whole, mine, personId, number);
        }
        String why = views.reasonOfToday(resourceId, personId).orElseThrow(ReadContent::reasonNeeded);
        return content(whole, personId, number, why);
    }

    private static Refusal reasonNeeded() {
        return Refusal.invalid("reason", "library.reasonNeeded", SHORTEST_REASON, LONGEST_REASON);
    }

    private Refusal refused(
            ResourceAccess.Readable whole, ResourceAccess.Readable mine, String personId, @Nullable Integer number) {
        Resource resource = whole.resource();
        if (!mine.versions().isEmpty() && number != null) {
            return whole.version(number).isPresent()
                    ? LibraryRights.concealed(resource, number)
                    : unknown(resource, number);
        }
        if (resource.isOwner(personId)) {
            return Refusal.conflict("library.withdrawn");
        }
        return rights.maySeeReaders(personId, resource)
                ? LibraryRights.refused(resource, LibraryAction.READ)
                : access.unreachable(resource, personId, LibraryAction.READ);
    }

    private static Refusal unknown(Resource resource, int number) {
        return Refusal.notFound("library.unknownVersion", String.valueOf(number), resource.title());
    }

    private static Content content(
            ResourceAccess.Readable readable, String personId, @Nullable Integer number, @Nullable String reason) {
        ResourceVersion version = number == null
                ? readable.newest()
                : readable.version(number).orElseThrow(() -> unknown(readable.resource(), number));
        return new Content(readable.resource(), version, personId, reason);
    }

    /**
     * Opens a part of the content; the caller closes it.
     *
     * @throws Refusal where the storage does not answer
     */
    public InputStream open(Content content, long from, long count) {
        try {
            return store.open(content.version().key(), from, count);
        } catch (IOException failure) {
            LOG.error(
                    "Version {} of resource {} cannot be read",
                    content.version().number(),
                    content.resource().id(),
                    failure);
            throw Refusal.unavailable("library.cannotRead");
        }
    }

    /** Writes down that the person has it now. */
    @Transactional
    public void record(Content content) {
        String resourceId = content.resource().id();
        int number = content.version().number();
        String reason = content.reason();
        if (reason != null) {
            views.inspected(resourceId, number, content.personId(), reason);
            return;
        }
        views.seen(content.resource(), number, content.personId(), ResourceViews.Kind.DOWNLOADED);
        views.reused(content.resource(), content.personId(), ResourceViews.Reuse.DOWNLOADED);
    }

    /** Whether this person is known to have read this version; with a reason every reading is one of its own. */
    @Transactional(readOnly = true)
    public boolean isRecorded(Content content) {
        return content.reason() == null
                && views.isDownloaded(content.resource(), content.version().number(), content.personId());
    }
}
