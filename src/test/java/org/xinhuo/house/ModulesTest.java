package org.xinhuo.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.xinhuo.XinhuoApplication;

/** The modules know each other only through what they offer, and never in a circle. */
class ModulesTest {

    private static final ApplicationModules MODULES =
            ApplicationModules.of(XinhuoApplication.class, new ImportOption.DoNotIncludeTests());

    @Test
    void modulesKeepTheirBoundaries() {
        MODULES.verify();
    }

    /** Into {@code target/spring-modulith-docs}, beside the build that they describe. */
    @Test
    void theirDiagramsAreDrawn() {
        new Documenter(MODULES).writeModulesAsPlantUml();
        assertThat(java.nio.file.Path.of("target", "spring-modulith-docs", "components.puml"))
                .exists();
    }
}
