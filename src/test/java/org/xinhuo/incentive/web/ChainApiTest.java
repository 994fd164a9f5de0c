package org.xinhuo.incentive.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.xinhuo.incentive.reward.LedgerStory.JUNE;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.incentive.reward.CheckChain;
import org.xinhuo.incentive.reward.LedgerStory;
import org.xinhuo.incentive.reward.ReverseReward;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.XinhuoWebTest;

/** The chain of hashes, checked by the very commands that docs/ledger.md gives to auditors, and by the server. */
@XinhuoWebTest
class ChainApiTest {

    static final Pattern COMMAND = Pattern.compile("```sh\\n(.*?)\\n```", Pattern.DOTALL);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @TempDir
    Path desk;

    LedgerStory story;
    Caller shen;

    /** Every kind of link, and a reason that needs every rule of writing. */
    @BeforeEach
    void aLedgerWithEverythingInIt() {
        story = new LedgerStory(context)
                .people("ann", "bob")
                .month("ann", JUNE, "excellent", 1, 54)
                .month("bob", JUNE, "good", 2, 53);
        story.grant(JUNE);
        story.approveAll();
        Caller.basic(port, "han").get("/api/payroll/2026-06.csv");
        String bob = story.entries(JUNE).get(2).id();
        story.bean(ReverseReward.class).reverse(bob, "han", "分数|有误 \\ 两行\r\n第二行\t");
        shen = Caller.basic(port, "shen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256sum", "python3"})
    void theDocumentedCommandFindsAWholeChainSound(String tool) {
        JsonNode checked = shen.get("/api/rewards/chain/check").json();
        assertThat(checked.path("sound").asBoolean()).as(checked.toString()).isTrue();
        // 3 entries, 9 steps, the closing, the reversal with its two steps.
        assertThat(checked.path("links").asInt()).isEqualTo(16);
        assertThat(run(tool, exported()))
                .isEqualTo("0 sound: 16 " + checked.path("head").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256sum", "python3"})
    void theDocumentedCommandFindsWhatWasTamperedWith(String tool) {
        assertThat(run(tool, tampered(lines -> lines.set(0, lines.get(0).replace("=1000.00", "=9000.00")))))
                .startsWith("1 BROKEN at link 1");
        assertThat(run(tool, tampered(lines -> lines.remove(4)))).startsWith("1 BROKEN at link 5");
        assertThat(run(tool, tampered(lines -> Collections.swap(lines, 6, 7)))).startsWith("1 BROKEN at link 7");
        assertThat(run(tool, tampered(lines -> lines.add(lines.get(15))))).startsWith("1 BROKEN at link 17");
    }

    /** A chain that was cut is sound in itself; the link that the payroll noted is missing. */
    @Test
    void aTailThatWasCutIsFoundByTheNotedLink() {
        JsonNode closing =
                Caller.basic(port, "han").get("/api/payroll/2026-06").json().path("closing");
        String noted =
                closing.path("sequence").asText() + " " + closing.path("hash").asText();
        assertThat(closing.path("sequence").asInt()).isEqualTo(13);
        assertThat(run("NOTED", exported(), noted)).isEqualTo("0 holds the noted link");
        List<String> cut = tampered(lines -> lines.subList(12, lines.size()).clear());
        assertThat(run("sha256sum", cut)).startsWith("0 sound: 12 ");
        assertThat(run("NOTED", cut, noted)).startsWith("1 CUT OR REWRITTEN");
    }

    @Test
    void whoeverHasTheKeysOfTheDatabaseIsFoundByTheServer() {
        assertThat(faultsAfter("update reward_entry set amount = 9000 where employee_id = 'ann' and amount = 1000"))
                .containsExactly("changed", "changed");
        assertThat(faultsAfter("delete from reward_step where state = 'TAKEN_UP'"))
                .containsExactly("gone", "gone", "gone");
        assertThat(faultsAfter("insert into reward_step (reward_id, state, at)"
                        + " select id, 'TAKEN_UP', now() from reward_entry where reversal_of is not null"))
                .containsExactly("unchained");
        assertThat(faultsAfter("delete from ledger_chain where seq = 3")).containsExactly("gap", "broken", "unchained");
        assertThat(faultsAfter("update ledger_chain set payload = payload || 'x' where seq = 3"))
                .containsExactly("broken", "changed");
        assertThat(faultsAfter("update payroll_line set position = -position")).containsExactly("changed");
        assertThat(faultsAfter("update payroll_month set closed_by = 'shen'")).containsExactly("changed");
        // Whoever cuts the chain and the tables alike still leaves the closed month behind, or its absence.
        assertThat(faultsAfter(
                        "delete from ledger_chain where seq >= 12",
                        "delete from reward_step where at >=" + " (select closed_at from payroll_month)"))
                .contains("cut", "unchained");
    }

    @Test
    void nobodyWritesTheChainButTheLedger() {
        assertThat(catchThrowable(
                        () -> write("insert into ledger_chain values (99, 'entry', 'x', 'x', repeat('0', 64))")))
                .hasMessageContaining("by the ledger itself");
        assertThat(catchThrowable(() -> write("update ledger_chain set payload = 'x'")))
                .hasMessageContaining("append-only");
    }

    @Test
    void theChainIsForAuditors() {
        for (String path : new String[] {"/api/rewards/chain", "/api/rewards/chain/check"}) {
            assertThat(Caller.basic(port, "ann").get(path).status()).isEqualTo(403);
            assertThat(Caller.nobody(port).get(path).status()).isEqualTo(401);
            for (String reader : new String[] {"shen", "han", "admin"}) {
                assertThat(Caller.basic(port, reader).get(path).status()).isEqualTo(200);
            }
        }
        assertThat(shen.get("/api/rewards/chain").header("Content-Type")).startsWith("text/plain");
    }

    /** What the check finds after these statements, which are undone again. */
    private List<String> faultsAfter(String... statements) {
        return story.bean(TransactionTemplate.class).execute(open -> {
            open.setRollbackOnly();
            JdbcClient jdbc = story.bean(JdbcClient.class);
            jdbc.sql("set local session_replication_role = replica").update();
            for (String statement : statements) {
                assertThat(jdbc.sql(statement).update()).as(statement).isPositive();
            }
            return story.bean(CheckChain.class).check().faults().stream()
                    .map(fault -> fault.kind().code())
                    .toList();
        });
    }

    private void write(String statement) {
        story.bean(TransactionTemplate.class)
                .executeWithoutResult(
                        open -> story.bean(JdbcClient.class).sql(statement).update());
    }

    private List<String> exported() {
        return shen.get("/api/rewards/chain").body().lines().toList();
    }

    private List<String> tampered(Consumer<List<String>> how) {
        List<String> lines = new ArrayList<>(exported());
        how.accept(lines);
        return lines;
    }

    private String run(String tool, List<String> chain) {
        return run(tool, chain, "");
    }

    /** Runs the command of docs/ledger.md that uses this. @return its exit code and what it said */
    private String run(String tool, List<String> chain, String noted) {
        try {
            if (!tool.equals("NOTED")) {
                assumeTrue(process(Map.of(), tool, "--version").startsWith("0"), "there is no " + tool + " here");
            }
            Files.writeString(desk.resolve("chain.txt"), String.join("\n", chain) + "\n");
            return process(Map.of("NOTED", noted), "sh", "-c", command(tool));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String command(String tool) throws IOException {
        Matcher commands = COMMAND.matcher(Files.readString(Path.of("docs/ledger.md")));
        List<String> found = new ArrayList<>();
        while (commands.find()) {
            if (commands.group(1).contains(tool)) {
                found.add(commands.group(1));
            }
        }
        assertThat(found).as("commands with %s", tool).hasSize(1);
        return found.get(0);
    }

    private String process(Map<String, String> environment, String... command) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(desk.toFile()).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() + " " + said;
        } catch (IOException notThere) {
            return "127 " + notThere.getMessage();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
