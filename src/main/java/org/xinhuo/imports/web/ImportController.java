package org.xinhuo.imports.web;

import java.io.IOException;
import java.security.Principal;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.xinhuo.imports.ImportReport;

/** {@code POST /api/imports/{kind}}. */
@RestController
class ImportController {

    private final UploadedImport imports;

    ImportController(UploadedImport imports) {
        this.imports = imports;
    }

    @PostMapping(path = "/api/imports/{kind}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportReport> run(
            @PathVariable String kind,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam("file") MultipartFile file,
            Principal principal,
            Locale locale)
            throws IOException {
        ImportReport report = imports.run(principal.getName(), kind, file, dryRun, locale);
        return ResponseEntity.status(report.clean() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
                .body(report);
    }
}
