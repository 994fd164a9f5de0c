package org.xinhuo.incentive.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.incentive.reward.CheckChain;
import org.xinhuo.incentive.reward.LedgerChain;

/** The chain of hashes over the ledger, for auditors. */
@RestController
class ChainController {

    private final LedgerChain chain;
    private final CheckChain checkChain;
    private final RewardReaders readers;

    ChainController(LedgerChain chain, CheckChain checkChain, RewardReaders readers) {
        this.chain = chain;
        this.checkChain = checkChain;
        this.readers = readers;
    }

    /** @param sequence of the link, or null where there is none */
    record FaultView(String kind, @Nullable Long sequence, String row) {}

    /** @param head the hash of the last link */
    record FindingView(boolean sound, long links, String head, List<FaultView> faults) {}

    /** Every link from the first, one a line: sequence, hash, payload. docs/ledger.md has the command that checks it. */
    @GetMapping(value = "/api/rewards/chain", produces = MediaType.TEXT_PLAIN_VALUE)
    void chain(Principal reader, HttpServletResponse response) throws IOException {
        readers.refuseUnlessReadsAll(reader);
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        PrintWriter lines = response.getWriter();
        chain.write(line -> lines.append(line).append('\n'));
        lines.flush();
    }

    /** Whether the chain is whole and the tables are what was chained. */
    @GetMapping("/api/rewards/chain/check")
    FindingView check(Principal reader) {
        readers.refuseUnlessReadsAll(reader);
        CheckChain.Finding finding = checkChain.check();
        return new FindingView(
                finding.sound(),
                finding.links(),
                finding.head(),
                finding.faults().stream()
                        .map(fault -> new FaultView(fault.kind().code(), fault.sequence(), fault.row()))
                        .toList());
    }
}
