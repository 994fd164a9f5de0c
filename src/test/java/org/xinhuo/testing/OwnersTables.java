package org.xinhuo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** What a process owner deploys beside the tables that come with the product; gone after each test. */
public final class OwnersTables implements BeforeEachCallback, AfterEachCallback {

    private final List<String> deployments = new ArrayList<>();

    private RepositoryService repository;

    @Override
    public void beforeEach(ExtensionContext context) {
        repository = SpringExtension.getApplicationContext(context).getBean(RepositoryService.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        deployments.forEach(deployment -> repository.deleteDeployment(deployment, true));
        deployments.clear();
    }

    /**
     * Deploys a table with one thing said differently.
     *
     * @param said a regular expression for what the table says as it comes with the product
     */
    public void slip(String key, String said, String slip) throws IOException {
        slip(key, Map.of(said, slip));
    }

    /** The same with several things said differently; none of them may lie within another. */
    public void slip(String key, Map<String, String> slips) throws IOException {
        String table = Files.readString(Path.of("dmn", key + ".dmn"));
        for (Map.Entry<String, String> slip : slips.entrySet()) {
            String before = table;
            table = Pattern.compile(slip.getKey(), Pattern.DOTALL)
                    .matcher(before)
                    .replaceAll(slip.getValue());
            assertThat(table).isNotEqualTo(before);
        }
        deployments.add(repository
                .createDeployment()
                .addString(key + ".dmn", table)
                .deploy()
                .getId());
    }
}
