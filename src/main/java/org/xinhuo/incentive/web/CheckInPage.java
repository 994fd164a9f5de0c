package org.xinhuo.incentive.web;

import io.nayuki.qrcodegen.QrCode;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.sharing.CheckIn;
import org.xinhuo.people.ReaderTimes;

/** Check-in on the spot: the lecturer shows a code, people type it or scan it. To open the link alone changes nothing. */
@Controller
class CheckInPage {

    /** Wrong codes of one person before a pause; there are 900 million codes, and at any time a handful work. */
    private static final int WRONG_CODES = 10;

    /** Modules of quiet around the code, as ISO/IEC 18004 asks. */
    private static final int QUIET = 4;

    private final CheckIn checkIn;
    private final ReaderTimes times;
    private final Texts texts;
    private final String root;
    private final Guesses guesses = new Guesses(WRONG_CODES);

    CheckInPage(CheckIn checkIn, ReaderTimes times, Texts texts, @Value("${xinhuo.base-url}") String baseUrl) {
        this.checkIn = checkIn;
        this.times = times;
        this.texts = texts;
        this.root = baseUrl.strip().replaceAll("/+$", "");
    }

    /** A lecturer's own share, for the links to its code and its ratings. */
    record Line(String shareId, String title, String at) {}

    @GetMapping("/check-in")
    String form(@RequestParam(defaultValue = "") String code, Principal reader, Locale locale, Model model) {
        ReaderTime time = times.of(reader.getName(), locale);
        List<Line> own = checkIn.own(reader.getName()).stream()
                .map(share -> new Line(share.shareId(), share.title(), time.moment(share.startsAt())))
                .toList();
        model.addAttribute("own", own);
        if (!model.containsAttribute("code")) {
            model.addAttribute("code", code);
        }
        return "incentive/check-in";
    }

    @PostMapping("/check-in")
    String checkIn(@RequestParam String code, Principal person, Locale locale, RedirectAttributes after) {
        String name = person.getName();
        if (guesses.tooMany(name)) {
            after.addFlashAttribute("refused", texts.text(locale, "rating.checkIn.wait"));
            return "redirect:/check-in";
        }
        try {
            CheckIn.CheckedIn done = checkIn.checkIn(code, name);
            after.addFlashAttribute("said", texts.text(locale, "rating.checkIn.done", done.title()));
            after.addFlashAttribute("checkedIn", done.shareId());
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                guesses.wrong(name);
            }
            after.addFlashAttribute("refused", texts.sentence(refusal));
            after.addFlashAttribute("code", code);
        }
        return "redirect:/check-in";
    }

    @GetMapping("/shares/{id}/check-in")
    String show(@PathVariable String id, Principal asker, Locale locale, Model model) {
        CheckIn.Shown shown = checkIn.show(id, asker.getName());
        ReaderTime time = times.of(asker.getName(), locale);
        model.addAttribute("shareId", id);
        model.addAttribute("shown", shown);
        model.addAttribute("from", time.moment(shown.from()));
        model.addAttribute("until", time.moment(shown.until()));
        model.addAttribute("address", address(shown));
        return "incentive/check-in-code";
    }

    @GetMapping("/shares/{id}/check-in.svg")
    ResponseEntity<String> picture(@PathVariable String id, Principal asker) {
        QrCode code = QrCode.encodeText(address(checkIn.show(id, asker.getName())), QrCode.Ecc.MEDIUM);
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .cacheControl(CacheControl.noStore())
                .body(svg(code));
    }

    private String address(CheckIn.Shown shown) {
        return root + "/check-in?code=" + shown.code();
    }

    private static String svg(QrCode code) {
        int size = code.size + 2 * QUIET;
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(size)
                .append(' ')
                .append(size)
                .append(
                        "\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\"");
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    svg.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return svg.append("\" fill=\"#000\"/></svg>").toString();
    }
}
