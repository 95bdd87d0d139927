package org.thun.bench;

import com.zaxxer.hikari.HikariDataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.thun.testing.MySqlSchema;
import org.thun.testing.MySqlSchemas;

/**
 * The baseline: the same engine and model on the same server with the same history level, and nothing of Thun: no session,
 * no form, no rules, no audit, no inbox.
 */
final class BareEngine implements AutoCloseable {

    private final MySqlSchema schema = MySqlSchemas.fresh("bench_bare");
    private final HikariDataSource connections = new HikariDataSource();
    private final ProcessEngine engine;

    BareEngine(String model) {
        connections.setJdbcUrl(schema.url());
        connections.setUsername(schema.user());
        connections.setPassword(schema.password());
        connections.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(connections);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_ACTIVITY);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setCmmnEnabled(false);
        configuration.setAuthorizationEnabled(false);
        this.engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addInputStream(model, Bench.class.getResourceAsStream("/processes/" + model))
                .deploy();
    }

    ProcessEngine engine() {
        return engine;
    }

    MySqlSchema schema() {
        return schema;
    }

    @Override
    public void close() {
        engine.close();
        connections.close();
        schema.close();
    }
}
