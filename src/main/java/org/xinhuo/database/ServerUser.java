package org.xinhuo.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Under whose identity the server runs. PostgreSQL refuses to run as root, and containers often know nobody else: there
 * it runs in a user namespace, or, where namespaces are forbidden, as a user without rights of its own.
 */
record ServerUser(List<String> prefix) {

    /** "nobody" on every Linux. */
    private static final int NOBODY = 65534;

    /** @param cluster the database's files, if there are any yet: whoever owns them must run the server */
    static ServerUser forCluster(Path cluster) throws IOException {
        if (!"0".equals(printed("id", "-u"))) {
            return new ServerUser(List.of());
        }
        int owner = Files.exists(cluster) ? (int) Files.getAttribute(cluster, "unix:uid") : 0;
        List<String> namespace = List.of("unshare", "--user");
        if (owner == 0 && isSomebodyElse(namespace)) {
            return new ServerUser(namespace);
        }
        if (owner != 0 || !Files.exists(cluster)) {
            int other = owner == 0 ? NOBODY : owner;
            // The right to pass through directories stays: the data may lie below root's home.
            List<String> unprivileged = List.of(
                    "setpriv",
                    "--reuid=" + other,
                    "--regid=" + other,
                    "--clear-groups",
                    // Without it, asking "may I read this?" answers no although reading works.
                    "--securebits=+no_setuid_fixup",
                    "--inh-caps=-all,+dac_override",
                    "--ambient-caps=-all,+dac_override",
                    "--bounding-set=-all,+dac_override");
            if (isSomebodyElse(unprivileged)) {
                return new ServerUser(unprivileged);
            }
        }
        throw new DatabaseUnavailable(
                "PostgreSQL does not run as root, and this system allows neither a user namespace nor another user for"
                        + " it.",
                "Start Xinhuo as an ordinary user, or set SPRING_DATASOURCE_URL to a database of your own.");
    }

    private static boolean isSomebodyElse(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of("id", "-u"));
        String user = printed(command.toArray(String[]::new));
        return !user.isEmpty() && !"0".equals(user);
    }

    /** Empty where there is no such program, or it failed. */
    private static String printed(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .strip();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 ? output : "";
        } catch (IOException noSuchProgram) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
