package org.xinhuo.library.web;

import java.security.Principal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.library.AddResource;
import org.xinhuo.library.AddVersion;
import org.xinhuo.library.ForwardResource;
import org.xinhuo.library.LibraryEntries;
import org.xinhuo.library.LibraryRights;
import org.xinhuo.library.LibraryShelf;
import org.xinhuo.library.LibraryShelf.Part;
import org.xinhuo.library.ReadContent;
import org.xinhuo.library.ResourceAudience;
import org.xinhuo.library.ResourceView;
import org.xinhuo.library.ShowResource;
import org.xinhuo.library.UploadRules;
import org.xinhuo.library.WithdrawResource;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.NamedPeople;
import org.xinhuo.people.ReaderTimes;

/** My library, and one resource of it. */
@Controller
class LibraryPages {

    private static final int ON_A_PAGE = 20;
    private static final String IN_MENTORSHIP = "mentorship:";

    private final LibraryShelf shelf;
    private final LibraryEntries entries;
    private final ShowResource showResource;
    private final ReadContent readContent;
    private final AddResource addResource;
    private final AddVersion addVersion;
    private final ForwardResource forwardResource;
    private final NamedPeople named;
    private final WithdrawResource withdrawResource;
    private final ResourceAudience audience;
    private final UploadRules rules;
    private final Employees employees;
    private final LibraryRights rights;
    private final ReaderTimes times;
    private final Texts texts;

    LibraryPages(
            LibraryShelf shelf,
            LibraryEntries entries,
            ShowResource showResource,
            ReadContent readContent,
            AddResource addResource,
            AddVersion addVersion,
            ForwardResource forwardResource,
            NamedPeople named,
            WithdrawResource withdrawResource,
            ResourceAudience audience,
            UploadRules rules,
            Employees employees,
            LibraryRights rights,
            ReaderTimes times,
            Texts texts) {
        this.shelf = shelf;
        this.entries = entries;
        this.showResource = showResource;
        this.readContent = readContent;
        this.addResource = addResource;
        this.addVersion = addVersion;
        this.forwardResource = forwardResource;
        this.named = named;
        this.withdrawResource = withdrawResource;
        this.audience = audience;
        this.rules = rules;
        this.employees = employees;
        this.rights = rights;
        this.times = times;
        this.texts = texts;
    }

    /** With whom a file can be shared: the form's value, and the partner's name where it is a mentorship. */
    record Target(String value, @Nullable String partner) {}

    /**
     * A version in words.
     *
     * @param readable whether the reader may have it as it is, without a reason or with that of today
     */
    record VersionLine(
            int version, String fileName, String size, String at, String sha256, boolean scanned, boolean readable) {}

    /** Who has seen it, in words. */
    record ViewLine(
            String who,
            String kind,
            int version,
            String at,
            int times,
            @Nullable String reason) {}

    @GetMapping("/library")
    String library(
            @RequestParam(name = "shelf", defaultValue = "shared") String part,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Principal principal,
            Locale locale,
            Model model) {
        String reader = principal.getName();
        ReaderTime time = times.of(reader, locale);
        Part shown = Arrays.stream(Part.values())
                .filter(one -> one.name().equalsIgnoreCase(part))
                .findFirst()
                .orElse(Part.SHARED);
        int from = (Math.min(Math.max(page, 1), 10_000) - 1) * ON_A_PAGE;
        List<LibraryShelf.Line> lines = shelf.of(reader, shown, q, from, ON_A_PAGE + 1);
        model.addAttribute("parts", List.of("shared", "mine", "company"));
        model.addAttribute("part", shown.name().toLowerCase(Locale.ROOT));
        model.addAttribute("q", q);
        model.addAttribute("page", from / ON_A_PAGE + 1);
        model.addAttribute("more", lines.size() > ON_A_PAGE);
        model.addAttribute("entries", entries.of(lines.subList(0, Math.min(lines.size(), ON_A_PAGE)), reader, time));
        model.addAttribute("targets", targets(reader));
        model.addAttribute("rules", rules);
        return "library/shelf";
    }

    private List<Target> targets(String reader) {
        List<Target> targets = new ArrayList<>();
        audience.of(reader).stream()
                .filter(membership -> membership.until() == null)
                .map(ResourceAudience.Membership::mentorshipId)
                .distinct()
                .forEach(mentorshipId -> audience.present(mentorshipId).stream()
                        .filter(person -> !person.equals(reader))
                        .findFirst()
                        .flatMap(employees::findById)
                        .ifPresent(partner -> targets.add(new Target(IN_MENTORSHIP + mentorshipId, partner.name()))));
        targets.add(new Target("private", null));
        if (rights.mayPublish(reader)) {
            targets.add(new Target("company", null));
        }
        return targets;
    }

    @PostMapping("/library")
    String add(
            @RequestParam("file") MultipartFile file,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "private") String to,
            @RequestParam(defaultValue = "false") boolean fromMaterials,
            Principal principal,
            RedirectAttributes after) {
        boolean mentorship = to.startsWith(IN_MENTORSHIP);
        String mentorshipId = mentorship ? to.substring(IN_MENTORSHIP.length()) : null;
        addResource.add(principal.getName(), title, mentorshipId, mentorship ? null : to, ResourcesApi.upload(file));
        after.addFlashAttribute("said", texts.text("library.page.added"));
        if (mentorshipId != null && fromMaterials) {
            after.addAttribute("mentorship", mentorshipId);
            return "redirect:/mentorships/{mentorship}/materials";
        }
        return "redirect:/library?shelf=mine";
    }

    @GetMapping("/library/{id}")
    String resource(@PathVariable String id, Principal principal, Locale locale, Model model) {
        String reader = principal.getName();
        ReaderTime time = times.of(reader, locale);
        ShowResource.Details resource = showResource.open(id, reader);
        Set<Integer> readable = showResource.readable(id, reader);
        model.addAttribute("resource", resource);
        model.addAttribute("owner", name(resource.ownerId()));
        model.addAttribute(
                "versions",
                resource.versions().stream()
                        .map(version -> new VersionLine(
                                version.version(),
                                version.fileName(),
                                LibraryEntries.size(version.size(), locale),
                                time.moment(version.uploadedAt()),
                                version.sha256(),
                                version.scanned(),
                                readable.contains(version.version())))
                        .toList());
        model.addAttribute("needsReason", resource.inspectable() && readable.isEmpty());
        List<ResourceView> views = resource.views();
        model.addAttribute("views", views == null ? null : views(views, time));
        model.addAttribute("rules", rules);
        return "library/resource";
    }

    private List<ViewLine> views(List<ResourceView> views, ReaderTime time) {
        Map<String, String> names =
                employees
                        .findAllById(views.stream()
                                .map(ResourceView::employeeId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Employee::id, Employee::name));
        return views.stream()
                .map(view -> new ViewLine(
                        names.getOrDefault(view.employeeId(), view.employeeId()),
                        view.kind(),
                        view.version(),
                        time.moment(view.lastAt()),
                        view.times(),
                        view.reason()))
                .toList();
    }

    private String name(String personId) {
        return employees.findById(personId).map(Employee::name).orElse(personId);
    }

    /** Somebody of HR says why; the page then offers what there is. */
    @PostMapping("/library/{id}/reading")
    String giveReason(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Principal principal,
            RedirectAttributes after) {
        readContent.giveReason(id, principal.getName(), reason);
        return backTo(id, after);
    }

    @PostMapping("/library/{id}/versions")
    String addVersion(
            @PathVariable String id,
            @RequestParam("file") MultipartFile file,
            Principal principal,
            RedirectAttributes after) {
        int number = addVersion.add(id, principal.getName(), ResourcesApi.upload(file));
        after.addFlashAttribute("said", texts.text("library.page.versionAdded", number));
        return backTo(id, after);
    }

    /** Ids or names as people write them one after another. */
    @PostMapping("/library/{id}/forwards")
    String forward(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String employeeIds,
            Principal principal,
            RedirectAttributes after) {
        List<String> to = named.ids("employeeIds", NamedPeople.words(employeeIds));
        forwardResource.forward(id, principal.getName(), to);
        after.addFlashAttribute("said", texts.text("library.page.forwarded"));
        return backTo(id, after);
    }

    @PostMapping("/library/{id}/withdrawal")
    String withdraw(@PathVariable String id, Principal principal, RedirectAttributes after) {
        withdrawResource.withdraw(id, principal.getName());
        after.addFlashAttribute("said", texts.text("library.page.withdrawn"));
        return backTo(id, after);
    }

    private static String backTo(String id, RedirectAttributes after) {
        after.addAttribute("id", id);
        return "redirect:/library/{id}";
    }

    /** The container stops reading a request that is too large, or breaks off, before any of our rules sees it. */
    @ExceptionHandler(MultipartException.class)
    String unreadable(MultipartException failure, RedirectAttributes after) {
        Refusal refusal = failure instanceof MaxUploadSizeExceededException
                ? Refusal.tooLarge("library.tooLarge", rules.largestMegabytes())
                : Refusal.invalid("base.unreadable");
        after.addFlashAttribute("refused", texts.sentence(refusal));
        return "redirect:/library";
    }
}
