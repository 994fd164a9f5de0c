package org.xinhuo.imports.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.xinhuo.base.Refusal;
import org.xinhuo.imports.ImportReport;
import org.xinhuo.imports.ImportTemplates;
import org.xinhuo.imports.RowProblem;

/** Where HR brings files in by hand: check first, read what is wrong row by row, then store. */
@Controller
class ImportPage {

    /** More is mended in the spreadsheet, not read off a page. */
    private static final int MOST_SHOWN = 200;

    private final UploadedImport imports;
    private final ImportTemplates templates;

    ImportPage(UploadedImport imports, ImportTemplates templates) {
        this.imports = imports;
        this.templates = templates;
    }

    /**
     * What became of a file, as the page tells it.
     *
     * @param stored whether it is in the company now
     * @param more faults that the page does not list
     */
    record Told(String file, ImportReport report, boolean stored, List<Line> lines, long more) {}

    /** A fault: where, what stands there, and what is wrong with it. */
    record Line(long row, @Nullable String column, @Nullable String value, String reason) {}

    @GetMapping("/imports")
    String imports(
            @RequestParam(defaultValue = "employees") String kind, Principal principal, Locale locale, Model model) {
        imports.refuseOthers(principal.getName());
        show(kind, locale, model);
        return "imports/imports";
    }

    @PostMapping("/imports")
    String run(
            @RequestParam String kind,
            @RequestParam(defaultValue = "check") String run,
            @RequestParam("file") MultipartFile file,
            Principal principal,
            Locale locale,
            Model model)
            throws IOException {
        if (file.isEmpty()) {
            throw Refusal.invalid("file", "imports.page.noFile");
        }
        boolean store = run.equals("store");
        ImportReport report = imports.run(principal.getName(), kind, file, !store, locale);
        List<Line> lines = report.problems().stream()
                .limit(MOST_SHOWN)
                .map(problem -> line(kind, problem, locale))
                .toList();
        Long notListed = report.problemsNotListed();
        long more = report.problems().size() - lines.size() + (notListed == null ? 0 : notListed);
        String name = file.getOriginalFilename();
        model.addAttribute("told", new Told(name == null ? "" : name, report, store && report.clean(), lines, more));
        show(kind, locale, model);
        return "imports/imports";
    }

    private Line line(String kind, RowProblem problem, Locale locale) {
        String column = problem.column();
        String label = column == null ? null : templates.heading(kind, column, locale);
        return new Line(problem.row(), label, problem.value(), problem.reason());
    }

    private void show(String kind, Locale locale, Model model) {
        model.addAttribute("kind", templates.kinds().contains(kind) ? kind : "employees");
        model.addAttribute("kinds", templates.kinds());
    }

    /** An empty file with the right header, for whoever begins with nothing. */
    @GetMapping("/imports/{kind}.csv")
    ResponseEntity<byte[]> template(@PathVariable String kind, Principal principal, Locale locale) {
        imports.refuseOthers(principal.getName());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(kind + ".csv")
                                .build()
                                .toString())
                .body(templates.csv(kind, locale));
    }
}
