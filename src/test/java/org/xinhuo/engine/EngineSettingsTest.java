package org.xinhuo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptingEngines;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.actuate.health.Status;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** The settings that were measured, read from the engine as it runs. */
@XinhuoTest
class EngineSettingsTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    ApplicationContext context;

    @Autowired
    Environment environment;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestCompany company;

    @Autowired
    EntityManager entities;

    @Test
    void historyIsFullAndItsEndIsKnownFromTheStart() {
        assertThat(configuration().getHistoryLevel()).isEqualTo(HistoryLevel.HISTORY_LEVEL_FULL);
        assertThat(configuration().getHistoryRemovalTimeStrategy()).isEqualTo("start");
        assertThat(configuration().getHistoryTimeToLive()).isEqualTo("P3650D");
        assertThat(configuration().isEnforceHistoryTimeToLive()).isTrue();
    }

    @Test
    void whatNobodyUsesIsOff() {
        assertThat(configuration().isTaskMetricsEnabled()).isFalse();
        assertThat(configuration().isCmmnEnabled()).isFalse();
        assertThat(configuration().isStandaloneTasksEnabled()).isFalse();
        assertThat(configuration().isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(configuration().isJavaSerializationFormatEnabled()).isFalse();
    }

    @Test
    void rightsAreCheckedAndAnAssigneeMayWorkOnATaskNotChangeIt() {
        assertThat(configuration().isAuthorizationEnabled()).isTrue();
        assertThat(configuration().getDefaultUserPermissionForTask().getName()).isEqualTo("TASK_WORK");
    }

    @Test
    void theEngineAndTheTablesShareOneTransaction() {
        assertThat(context.getBeansOfType(PlatformTransactionManager.class)).hasSize(1);
        assertThat(((SpringProcessEngineConfiguration) configuration()).getTransactionManager())
                .isInstanceOf(JpaTransactionManager.class)
                .isSameAs(context.getBean(PlatformTransactionManager.class));

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    company.employee("gone");
                    engine.getRepositoryService()
                            .createDeployment()
                            .name("gone")
                            .addString("gone.txt", "gone")
                            .deploy();
                    assertThat(entities.createQuery("select count(e) from Employee e", Long.class)
                                    .getSingleResult())
                            .isEqualTo(1);
                    throw new IllegalStateException("the step fails");
                }))
                .hasMessage("the step fails");

        assertThat(jdbc.sql("select count(*) from employee").query(Long.class).single())
                .isZero();
        assertThat(engine.getRepositoryService()
                        .createDeploymentQuery()
                        .deploymentName("gone")
                        .count())
                .isZero();
    }

    @Test
    void theDatabaseIsSpokenToInBatchesAndTransactions() throws Exception {
        HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
        assertThat(pool.isAutoCommit()).isFalse();
        assertThat(pool.getDataSourceProperties().get("reWriteBatchedInserts").toString())
                .isEqualTo("true");
        assertThat(environment.getProperty("spring.jpa.open-in-view")).isEqualTo("false");
        assertThat(environment.getProperty("spring.jpa.hibernate.ddl-auto")).isEqualTo("validate");
    }

    @Test
    void theJobExecutorTakesAFewJobsAtATimeAndLocksThemBriefly() {
        assertThat(environment.getProperty("camunda.bpm.job-execution.core-pool-size"))
                .isEqualTo("4");
        assertThat(environment.getProperty("camunda.bpm.job-execution.max-pool-size", Integer.class))
                .isBetween(4, 8);
        assertThat(environment.getProperty("camunda.bpm.job-execution.queue-capacity"))
                .isEqualTo("32");
        assertThat(environment.getProperty("camunda.bpm.job-execution.max-jobs-per-acquisition", Integer.class))
                .isBetween(8, 16);
        assertThat(environment.getProperty("camunda.bpm.job-execution.lock-time-in-millis", Integer.class))
                .isBetween(30_000, 60_000);
    }

    @Test
    void dueJobsAreFoundByAnIndex() {
        assertThat(jdbc.sql("select indexdef from pg_indexes where tablename = 'act_ru_job'")
                        .query(String.class)
                        .list())
                .anyMatch(definition -> definition.endsWith("USING btree (duedate_)"));
    }

    @Test
    void aModelWithAScriptTaskIsRefused() {
        var model = Bpmn.createExecutableProcess("scripted")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .scriptTask("runScript")
                .scriptFormat("javascript")
                .scriptText("1 + 1")
                .endEvent()
                .done();
        assertThatThrownBy(() -> engine.getRepositoryService()
                        .createDeployment()
                        .addModelInstance("scripted.bpmn", model)
                        .deploy())
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("'runScript' cannot be deployed");
    }

    @Test
    void noScriptLanguageIsFoundWhateverLiesOnTheClassPath() {
        ScriptingEngines scripts = configuration().getScriptingEngines();
        for (String language : new String[] {"javascript", "groovy", "python", "ruby", "juel", "feel"}) {
            assertThatThrownBy(() -> configuration()
                            .getCommandExecutorTxRequired()
                            .execute(command -> scripts.getScriptEngineForLanguage(language)))
                    .isInstanceOf(ProcessEngineException.class);
        }
    }

    @Test
    void aNodeIsReadyOnlyWhenItsJobExecutorRuns() {
        JobExecutor stopped = new org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor();
        assertThat(healthWith(stopped)).isEqualTo(Status.DOWN);
        assertThat(healthWith(null)).isEqualTo(Status.UP);
        assertThat(environment.getProperty("management.endpoint.health.group.readiness.include"))
                .contains("jobExecutor");
    }

    private static Status healthWith(JobExecutor executor) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (executor != null) {
            beans.addBean("jobExecutor", executor);
        }
        return new JobExecutorHealth(beans.getBeanProvider(JobExecutor.class))
                .health()
                .getStatus();
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
