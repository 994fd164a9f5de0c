package org.xinhuo;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.testing.XinhuoTest;

@XinhuoTest
class ApplicationStartTest {

    @Autowired
    ProcessEngine engine;

    @Test
    void theEngineRunsInTheSameDatabase() {
        assertThat(engine.getManagementService().getTableCount()).containsKey("ACT_RU_TASK");
    }
}
