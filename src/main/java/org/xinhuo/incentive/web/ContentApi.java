package org.xinhuo.incentive.web;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.content.ContentAccess;
import org.xinhuo.incentive.content.ShareFiles;
import org.xinhuo.incentive.content.Wishes;
import org.xinhuo.incentive.sharing.ContentVersions;
import org.xinhuo.incentive.sharing.HandInContent;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.library.LibraryShelf;
import org.xinhuo.library.Upload;
import org.xinhuo.people.Groups;

/** The content of a share over HTTP: texts and files for who may see them, and what learners wish to hear. */
@RestController
class ContentApi {

    private static final Set<String> OVERSEE = Set.of("hr", "camunda-admin");

    private final ContentAccess access;
    private final ShareFiles files;
    private final Wishes wishes;
    private final Groups groups;
    private final HandInContent handIn;
    private final ContentVersions versions;

    ContentApi(
            ContentAccess access,
            ShareFiles files,
            Wishes wishes,
            Groups groups,
            HandInContent handIn,
            ContentVersions versions) {
        this.handIn = handIn;
        this.versions = versions;
        this.access = access;
        this.files = files;
        this.wishes = wishes;
        this.groups = groups;
    }

    /**
     * A file as its reader has it; downloaded and forwarded at {@code /api/resources/{id}}.
     *
     * @param reuses distinct people, without the lecturer, who have downloaded or forwarded it
     */
    record FileView(String id, String title, String fileName, String mediaType, long size, int version, int reuses) {

        static FileView of(LibraryShelf.Line line, Map<String, Integer> reuses) {
            return new FileView(
                    line.id(),
                    line.title(),
                    line.fileName(),
                    line.mediaType(),
                    line.size(),
                    line.version(),
                    reuses.getOrDefault(line.id(), 0));
        }
    }

    /** @param outline null until it is submitted, as are the cases */
    record ContentView(
            String shareId,
            String contentState,
            @Nullable String outline,
            @Nullable String cases,
            List<FileView> files) {}

    /** @param personId who made it; null for everybody but the lecturer, HR and the person */
    record WishView(long id, @Nullable String personId, String text) {}

    /** @param cases may be missing */
    record ContentRequest(
            @Nullable String outline, @Nullable String cases) {}

    /** What a wish says. */
    record WishRequest(@Nullable String text) {}

    @GetMapping("/api/shares/{id}/content")
    ContentView content(@PathVariable String id, Principal reader) {
        Share share = access.readable(id, reader.getName());
        Map<String, Integer> reuses = files.reuses(id);
        return new ContentView(
                id,
                share.contentState().name(),
                share.outline(),
                share.cases(),
                files.of(id, reader.getName()).stream()
                        .map(line -> FileView.of(line, reuses))
                        .toList());
    }

    /** By the lecturer, until the share begins; the first time it completes the task of the process. */
    @PutMapping("/api/shares/{id}/content")
    ContentView handIn(@PathVariable String id, @RequestBody ContentRequest body, Principal lecturer) {
        handIn.handIn(id, lecturer.getName(), body.outline(), body.cases());
        return content(id, lecturer);
    }

    /** Everything that was handed in, the newest first; for the lecturer and HR. */
    @GetMapping("/api/shares/{id}/content/versions")
    List<ContentVersions.ContentVersion> versions(@PathVariable String id, Principal reader) {
        Share share = access.readable(id, reader.getName());
        if (!share.lecturerId().equals(reader.getName())
                && groups.of(reader.getName()).stream().noneMatch(OVERSEE::contains)) {
            throw Refusal.forbidden("content.notForYou");
        }
        return versions.of(id);
    }

    /** By the lecturer. New versions, forwards and the end of a file go through {@code /api/resources}. */
    @PostMapping(path = "/api/shares/{id}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    FileView addFile(
            @PathVariable String id,
            @RequestParam("file") MultipartFile file,
            @RequestParam(required = false) @Nullable String title,
            Principal lecturer) {
        String added = files.add(id, title, upload(file), lecturer.getName());
        return files.of(id, lecturer.getName()).stream()
                .filter(line -> line.id().equals(added))
                .map(line -> FileView.of(line, Map.of()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("library.unknown", added));
    }

    @GetMapping("/api/shares/{id}/wishes")
    List<WishView> wishes(@PathVariable String id, Principal reader) {
        Share share = access.readable(id, reader.getName());
        boolean names = share.lecturerId().equals(reader.getName())
                || groups.of(reader.getName()).contains("hr");
        return wishes.of(id).stream()
                .map(wish -> new WishView(
                        wish.id(),
                        names || wish.personId().equals(reader.getName()) ? wish.personId() : null,
                        wish.text()))
                .toList();
    }

    @PostMapping("/api/shares/{id}/wishes")
    @ResponseStatus(HttpStatus.CREATED)
    void wish(@PathVariable String id, @RequestBody WishRequest body, Principal learner) {
        wishes.make(id, body.text(), learner.getName());
    }

    @DeleteMapping("/api/shares/{id}/wishes/{wish}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable String id, @PathVariable long wish, Principal learner) {
        wishes.takeBack(id, wish, learner.getName());
    }

    static Upload upload(MultipartFile file) {
        return new Upload(file.getOriginalFilename(), file.getSize(), file);
    }
}
