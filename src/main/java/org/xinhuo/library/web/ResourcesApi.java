package org.xinhuo.library.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.xinhuo.base.Problem;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.library.AddResource;
import org.xinhuo.library.AddVersion;
import org.xinhuo.library.ForwardResource;
import org.xinhuo.library.LibraryShelf;
import org.xinhuo.library.ReadContent;
import org.xinhuo.library.ShowResource;
import org.xinhuo.library.Upload;
import org.xinhuo.library.UploadRules;
import org.xinhuo.library.WithdrawResource;

/** {@code /api/resources}: files in, files out. */
@RestController
class ResourcesApi {

    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 500;

    private final AddResource addResource;
    private final AddVersion addVersion;
    private final ForwardResource forwardResource;
    private final WithdrawResource withdrawResource;
    private final ShowResource showResource;
    private final LibraryShelf shelf;
    private final ReadContent readContent;
    private final ContentAnswer answer;
    private final UploadRules rules;
    private final Texts texts;

    ResourcesApi(
            AddResource addResource,
            AddVersion addVersion,
            ForwardResource forwardResource,
            WithdrawResource withdrawResource,
            ShowResource showResource,
            LibraryShelf shelf,
            ReadContent readContent,
            ContentAnswer answer,
            UploadRules rules,
            Texts texts) {
        this.addResource = addResource;
        this.addVersion = addVersion;
        this.forwardResource = forwardResource;
        this.withdrawResource = withdrawResource;
        this.showResource = showResource;
        this.shelf = shelf;
        this.readContent = readContent;
        this.answer = answer;
        this.rules = rules;
        this.texts = texts;
    }

    /** @param employeeIds required; to whom */
    record Recipients(@Nullable List<String> employeeIds) {}

    @GetMapping("/api/resources")
    List<LibraryShelf.Line> list(
            @RequestParam(required = false) @Nullable String mentorshipId,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "" + USUAL_PAGE) int limit,
            Principal reader) {
        if (offset < 0) {
            throw Refusal.invalid("offset", "base.wrongType", "offset");
        }
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Refusal.invalid("limit", "form.outOfRange", "limit", "1", String.valueOf(LARGEST_PAGE));
        }
        return mentorshipId == null
                ? shelf.of(reader.getName(), LibraryShelf.Part.ALL, q, offset, limit)
                : shelf.inMentorship(mentorshipId, reader.getName(), q, offset, limit);
    }

    @PostMapping(path = "/api/resources", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ShowResource.Details> add(
            @RequestParam("file") MultipartFile file,
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(required = false) @Nullable String mentorshipId,
            @RequestParam(required = false) @Nullable String audience,
            Principal owner) {
        String id = addResource.add(owner.getName(), title, mentorshipId, audience, upload(file));
        return ResponseEntity.created(URI.create("/api/resources/" + id)).body(showResource.of(id, owner.getName()));
    }

    @PostMapping(path = "/api/resources/{id}/versions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ShowResource.Details addVersion(
            @PathVariable String id, @RequestParam("file") MultipartFile file, Principal owner) {
        addVersion.add(id, owner.getName(), upload(file));
        return showResource.of(id, owner.getName());
    }

    @GetMapping("/api/resources/{id}")
    ShowResource.Details details(@PathVariable String id, Principal reader) {
        return showResource.of(id, reader.getName());
    }

    /** @param reason why somebody of HR looks into a file that is not shared with HR; shown to its owner, needed once a day */
    record Reading(@Nullable String reason) {}

    /** In a body and not in an address, which stands in the logs of every proxy. */
    @PostMapping("/api/resources/{id}/readings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveReason(@PathVariable String id, @RequestBody Reading reading, Principal reader) {
        readContent.giveReason(id, reader.getName(), reading.reason());
    }

    @GetMapping("/api/resources/{id}/content")
    void content(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer version,
            Principal reader,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        answer.send(readContent.find(id, reader.getName(), version), request, response);
    }

    @PostMapping("/api/resources/{id}/forwards")
    Recipients forward(@PathVariable String id, @RequestBody Recipients body, Principal person) {
        List<String> to = body.employeeIds();
        return new Recipients(forwardResource.forward(id, person.getName(), to == null ? List.of() : to));
    }

    @DeleteMapping("/api/resources/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String id, Principal owner) {
        withdrawResource.withdraw(id, owner.getName());
    }

    /** The container stops reading a request that is too large before any of our rules sees it. */
    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ResponseEntity<ProblemDetail> tooLarge() {
        Refusal refusal = Refusal.tooLarge("library.tooLarge", rules.largestMegabytes());
        return ResponseEntity.status(Problem.status(refusal))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(Problem.status(refusal), refusal.code(), texts.sentence(refusal)));
    }

    static Upload upload(MultipartFile file) {
        return new Upload(file.getOriginalFilename(), file.getSize(), file);
    }
}
