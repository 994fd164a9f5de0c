package org.xinhuo.library;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** How large a file may be, and which extensions it may have; as configured. */
@Component
public class UploadRules {

    private final DataSize largest;
    private final Set<String> extensions;

    UploadRules(
            @Value("${xinhuo.library.max-file-size}") DataSize largest,
            @Value("${xinhuo.library.extensions}") List<String> extensions) {
        this.largest = largest;
        this.extensions = new LinkedHashSet<>(extensions.stream()
                .map(one -> one.strip().toLowerCase(Locale.ROOT))
                .toList());
    }

    long largestBytes() {
        return largest.toBytes();
    }

    public long largestMegabytes() {
        return largest.toMegabytes();
    }

    /** In lower case, without dots, in the order of the configuration. */
    public Set<String> extensions() {
        return extensions;
    }
}
