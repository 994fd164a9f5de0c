package org.xinhuo.imports.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.xinhuo.base.Refusal;
import org.xinhuo.imports.ImportFile;
import org.xinhuo.imports.ImportReport;
import org.xinhuo.people.Groups;

/** An import out of a form that somebody sent: by whom it may be, and the file as it came. */
@Component
class UploadedImport {

    private static final Set<String> WHO_MAY = Set.of("hr", "camunda-admin");

    private final ImportFile importFile;
    private final Groups groups;

    UploadedImport(ImportFile importFile, Groups groups) {
        this.importFile = importFile;
        this.groups = groups;
    }

    /** @throws Refusal unless the person may import */
    void refuseOthers(String person) {
        if (groups.of(person).stream().noneMatch(WHO_MAY::contains)) {
            throw Refusal.forbidden("imports.notAllowed");
        }
    }

    /** @throws Refusal unless the person may import, or where there is no such kind */
    ImportReport run(String person, String kind, MultipartFile file, boolean dryRun, Locale locale) throws IOException {
        refuseOthers(person);
        Path copy = Files.createTempFile("import", null);
        try {
            file.transferTo(copy);
            return importFile.run(kind, copy, dryRun, locale, person);
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
