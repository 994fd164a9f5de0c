package org.xinhuo.library.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinhuo.library.ReadContent;

/** The download that pages link to: who may not have it reads why on a page, where /api answers a problem document. */
@Controller
class ContentPage {

    private final ReadContent readContent;
    private final ContentAnswer answer;

    ContentPage(ReadContent readContent, ContentAnswer answer) {
        this.readContent = readContent;
        this.answer = answer;
    }

    @GetMapping("/library/{id}/content")
    void content(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer version,
            Principal reader,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        answer.send(readContent.find(id, reader.getName(), version), request, response);
    }
}
