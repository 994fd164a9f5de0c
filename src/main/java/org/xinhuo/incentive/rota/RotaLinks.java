package org.xinhuo.incentive.rota;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Places on the page of the rota that people are sent to. */
final class RotaLinks {

    private static final String PAGE = "/rota?group=";

    private RotaLinks() {}

    static String preview(String group) {
        return PAGE + encoded(group) + "&preview=true";
    }

    /** @param month as yyyy-MM */
    static String month(String group, String month) {
        return PAGE + encoded(group) + "&month=" + month;
    }

    private static String encoded(String group) {
        return UriUtils.encode(group, StandardCharsets.UTF_8);
    }
}
