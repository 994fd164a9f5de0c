package org.xinhuo.imports.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.xinhuo.base.Refusal;
import org.xinhuo.imports.ImportFile;
import org.xinhuo.imports.ImportReport;
import org.xinhuo.people.Groups;

/** {@code POST /api/imports/{kind}}. */
@RestController
class ImportController {

    private static final Set<String> WHO_MAY = Set.of("hr", "camunda-admin");

    private final ImportFile importFile;
    private final Groups groups;

    ImportController(ImportFile importFile, Groups groups) {
        this.importFile = importFile;
        this.groups = groups;
    }

    @PostMapping(path = "/api/imports/{kind}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportReport> run(
            @PathVariable String kind,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam("file") MultipartFile file,
            Principal principal,
            Locale locale)
            throws IOException {
        if (groups.of(principal.getName()).stream().noneMatch(WHO_MAY::contains)) {
            throw Refusal.forbidden("imports.notAllowed");
        }
        Path copy = Files.createTempFile("import", null);
        try {
            file.transferTo(copy);
            ImportReport report = importFile.run(kind, copy, dryRun, locale);
            return ResponseEntity.status(report.clean() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
                    .body(report);
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
