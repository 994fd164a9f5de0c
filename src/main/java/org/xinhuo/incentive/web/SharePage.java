package org.xinhuo.incentive.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.content.ContentAccess;
import org.xinhuo.incentive.content.ShareFiles;
import org.xinhuo.incentive.content.Wishes;
import org.xinhuo.incentive.conversion.ApplicationCases;
import org.xinhuo.incentive.conversion.CaseStory;
import org.xinhuo.incentive.conversion.DecideCase;
import org.xinhuo.incentive.conversion.FileCase;
import org.xinhuo.incentive.sharing.Attendances;
import org.xinhuo.incentive.sharing.CheckIn;
import org.xinhuo.incentive.sharing.ContentVersions;
import org.xinhuo.incentive.sharing.HandInContent;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.incentive.sharing.Shares;
import org.xinhuo.incentive.template.PrepareContent;
import org.xinhuo.library.LibraryEntries;
import org.xinhuo.library.LibraryShelf;
import org.xinhuo.library.Upload;
import org.xinhuo.library.UploadRules;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;
import org.xinhuo.people.ReaderTimes;

/** The page of one share: what is told in it, what is wished for, who used it and with what result. */
@Controller
class SharePage {

    private static final Set<String> OVERSEE = Set.of("hr", "camunda-admin");

    private final Shares shares;
    private final HandInContent handIn;
    private final ContentVersions versions;
    private final ContentAccess access;
    private final ShareFiles files;
    private final Wishes wishes;
    private final PrepareContent prepare;
    private final ApplicationCases cases;
    private final FileCase fileCase;
    private final DecideCase decide;
    private final CaseLines caseLines;
    private final Attendances attendances;
    private final CheckIn checkIn;
    private final UploadRules rules;
    private final Employees employees;
    private final Groups groups;
    private final ReaderTimes times;
    private final CompanyTime clock;
    private final Texts texts;

    SharePage(
            Shares shares,
            HandInContent handIn,
            ContentVersions versions,
            ContentAccess access,
            ShareFiles files,
            Wishes wishes,
            PrepareContent prepare,
            ApplicationCases cases,
            FileCase fileCase,
            DecideCase decide,
            CaseLines caseLines,
            Attendances attendances,
            CheckIn checkIn,
            UploadRules rules,
            Employees employees,
            Groups groups,
            ReaderTimes times,
            CompanyTime clock,
            Texts texts) {
        this.shares = shares;
        this.handIn = handIn;
        this.versions = versions;
        this.access = access;
        this.files = files;
        this.wishes = wishes;
        this.prepare = prepare;
        this.cases = cases;
        this.fileCase = fileCase;
        this.decide = decide;
        this.caseLines = caseLines;
        this.attendances = attendances;
        this.checkIn = checkIn;
        this.rules = rules;
        this.employees = employees;
        this.groups = groups;
        this.times = times;
        this.clock = clock;
        this.texts = texts;
    }

    /** A file in words. */
    record FileLine(String id, String title, String fileName, String size, int reuses) {}

    /** @param by null where the reader is not told */
    record WishLine(long id, @Nullable String by, String text, boolean mine) {}

    /** An earlier version of the content. */
    record EarlierLine(
            int number,
            String at,
            String by,
            String outline,
            @Nullable String cases) {}

    @GetMapping("/shares/{id}")
    String share(@PathVariable String id, Principal reader, Locale locale, Model model) {
        String me = reader.getName();
        Share share = access.readable(id, me);
        ReaderTime time = times.of(me, locale);
        boolean mine = share.lecturerId().equals(me);
        boolean answers = mine || groups.of(me).stream().anyMatch(OVERSEE::contains);
        boolean begun = !share.startsAt().isAfter(clock.now());
        boolean awaited = mine && share.submittedAt() == null && share.state() == Share.State.PLANNED && !begun;
        model.addAttribute("share", share);
        model.addAttribute("lecturer", name(share.lecturerId()));
        model.addAttribute("startsAt", time.moment(share.startsAt()));
        model.addAttribute("contentDue", time.moment(share.contentDueAt()));
        model.addAttribute(
                "late",
                share.contentState() == Share.ContentState.LATE || clock.now().isAfter(share.contentDueAt()));
        model.addAttribute("mine", mine);
        model.addAttribute("answers", answers);
        model.addAttribute("awaited", awaited);
        model.addAttribute("draft", awaited ? prepare.draft(id) : null);
        model.addAttribute("renewable", mine && share.takesNewerContentAt(clock.now()));
        model.addAttribute("earlier", answers ? earlier(id, time) : List.of());
        model.addAttribute("files", fileLines(id, me, locale));
        model.addAttribute("wishes", wishLines(id, me, answers));
        model.addAttribute("mayWish", !mine && wishes.takes(share));
        model.addAttribute(
                "mayTell",
                !mine && (share.state() == Share.State.HELD || share.state() == Share.State.PLANNED && begun));
        model.addAttribute("confirmed", caseLines.of(cases.confirmed(id), time));
        model.addAttribute("own", caseLines.of(cases.own(id, me), time));
        model.addAttribute(
                "waiting",
                answers
                        ? caseLines.of(
                                cases.waiting(id).stream()
                                        .filter(one -> !one.learnerId().equals(me))
                                        .toList(),
                                time)
                        : List.of());
        boolean there = !mine && attendances.of(id).contains(me);
        model.addAttribute("mayRate", there && share.isRatingOpenAt(clock.now()));
        model.addAttribute("mayCheckIn", !mine && !there && checkIn.takes(share));
        model.addAttribute("rules", rules);
        return "incentive/share";
    }

    @PostMapping("/shares/{id}/content")
    String submit(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String outline,
            @RequestParam(defaultValue = "") String cases,
            Principal lecturer,
            RedirectAttributes after) {
        handIn.handIn(id, lecturer.getName(), outline, cases);
        return said(id, "content.page.submitted", after);
    }

    @PostMapping("/shares/{id}/files")
    String addFile(
            @PathVariable String id,
            @RequestParam("file") MultipartFile file,
            @RequestParam(defaultValue = "") String title,
            Principal lecturer,
            RedirectAttributes after) {
        files.add(id, title, ContentApi.upload(file), lecturer.getName());
        return said(id, "content.page.fileAdded", after);
    }

    @PostMapping("/shares/{id}/wishes")
    String wish(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String text,
            Principal learner,
            RedirectAttributes after) {
        wishes.make(id, text, learner.getName());
        return said(id, "content.page.wished", after);
    }

    @PostMapping("/shares/{id}/wishes/{wish}/withdrawal")
    String takeBack(@PathVariable String id, @PathVariable long wish, Principal learner, RedirectAttributes after) {
        wishes.takeBack(id, wish, learner.getName());
        return said(id, "content.page.wishGone", after);
    }

    /** Without {@code caseId} a new case, else another version of that one. */
    @PostMapping("/shares/{id}/cases")
    String tell(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String caseId,
            @RequestParam(defaultValue = "") String situation,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String result,
            @RequestParam(defaultValue = "") String figure,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            Principal learner,
            RedirectAttributes after) {
        CaseStory story = CaseStory.of(unix(situation), unix(action), unix(result), CaseApi.figure(figure), unit);
        Upload upload = file == null || file.isEmpty() ? null : ContentApi.upload(file);
        if (caseId.isBlank()) {
            fileCase.file(id, story, upload, learner.getName());
        } else {
            fileCase.revise(caseId, story, upload, learner.getName());
        }
        return said(id, "content.page.caseFiled", after);
    }

    @PostMapping("/shares/{id}/cases/{caseId}/decision")
    String decide(
            @PathVariable String id,
            @PathVariable String caseId,
            @RequestParam boolean confirmed,
            @RequestParam(defaultValue = "") String remark,
            Principal by,
            RedirectAttributes after) {
        decide.reply(caseId, by.getName(), confirmed, remark);
        return said(id, confirmed ? "content.page.caseConfirmed" : "content.page.caseReturned", after);
    }

    @PostMapping("/shares/{id}/cases/{caseId}/withdrawal")
    String withdraw(@PathVariable String id, @PathVariable String caseId, Principal learner, RedirectAttributes after) {
        decide.withdraw(caseId, learner.getName());
        return said(id, "content.page.caseWithdrawn", after);
    }

    private List<FileLine> fileLines(String shareId, String me, Locale locale) {
        Map<String, Integer> reuses = files.reuses(shareId);
        return files.of(shareId, me).stream()
                .map((LibraryShelf.Line line) -> new FileLine(
                        line.id(),
                        line.title(),
                        line.fileName(),
                        LibraryEntries.size(line.size(), locale),
                        reuses.getOrDefault(line.id(), 0)))
                .toList();
    }

    /** All but the newest, which the page shows anyway. */
    private List<EarlierLine> earlier(String shareId, ReaderTime time) {
        return versions.of(shareId).stream()
                .skip(1)
                .map(one -> new EarlierLine(
                        one.number(),
                        time.moment(one.handedInAt()),
                        name(one.handedInBy()),
                        one.outline(),
                        one.cases()))
                .toList();
    }

    private List<WishLine> wishLines(String shareId, String me, boolean names) {
        return wishes.of(shareId).stream()
                .map(wish -> new WishLine(
                        wish.id(),
                        names ? name(wish.personId()) : null,
                        wish.text(),
                        wish.personId().equals(me)))
                .toList();
    }

    private String name(String personId) {
        return employees.get(personId).name();
    }

    private String said(String id, String code, RedirectAttributes after) {
        after.addFlashAttribute("said", texts.text(code));
        after.addAttribute("id", id);
        return "redirect:/shares/{id}";
    }

    /** Browsers send two characters for each end of a line. */
    private static String unix(String text) {
        return text.replace("\r\n", "\n");
    }

    /** The container stops reading a request that is too large, or breaks off, before any of our rules sees it. */
    @ExceptionHandler(MultipartException.class)
    String unreadable(MultipartException failure, HttpServletRequest request, RedirectAttributes after) {
        Refusal refusal = failure instanceof MaxUploadSizeExceededException
                ? Refusal.tooLarge("library.tooLarge", rules.largestMegabytes())
                : Refusal.invalid("base.unreadable");
        after.addFlashAttribute("refused", texts.sentence(refusal));
        after.addAttribute("id", request.getServletPath().split("/", -1)[2]);
        return "redirect:/shares/{id}";
    }
}
