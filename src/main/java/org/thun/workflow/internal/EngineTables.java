package org.thun.workflow.internal;

import java.sql.Connection;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/** The first migration: the engine's own tables, from the scripts inside its jar, so that one tool owns the whole schema. */
@Component
class EngineTables implements JavaMigration {

    private static final List<String> PARTS = List.of("engine", "history", "identity", "decision.engine",
            "decision.history");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("1");
    }

    @Override
    public String getDescription() {
        return "engine tables 7.24";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        boolean mysql = connection.getMetaData().getDatabaseProductName().equals("MySQL");
        if (mysql) {
            try (var statement = connection.createStatement()) {
                // Our tables inherit this: tone marks and case tell Thai and English names apart in unique keys.
                statement.execute("ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_as_cs");
            }
        }
        for (String part : PARTS) {
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("org/camunda/bpm/engine/db/create/activiti."
                    + (mysql ? "mysql" : "h2") + ".create." + part + ".sql"));
        }
    }
}
