package org.thun.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

@RequiresMySql
class MySqlSchemasIT {

    @Test
    void givesEachCallerAnEmptyDatabaseWithTheProductsCollation() throws SQLException {
        try (MySqlSchema one = MySqlSchemas.fresh("same"); MySqlSchema other = MySqlSchemas.fresh("same");
                Connection connection = connect(one); Statement statement = connection.createStatement()) {
            assertThat(one.name()).isNotEqualTo(other.name());
            statement.execute("CREATE TABLE word (text VARCHAR(20))");
            statement.execute("INSERT INTO word VALUES ('ก่อน'), ('กอน'), ('Thun')");

            assertThat(count(statement, "SELECT COUNT(*) FROM word WHERE text = 'กอน'")).isEqualTo(1);
            assertThat(count(statement, "SELECT COUNT(*) FROM word WHERE text = 'thun'")).isZero();
        }
    }

    @Test
    void itsAccountReachesNothingOutsideTestDatabases() throws SQLException {
        try (MySqlSchema schema = MySqlSchemas.fresh("narrow"); Connection connection = connect(schema);
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("CREATE DATABASE thun_elsewhere"))
                    .isInstanceOf(SQLException.class).hasMessageContaining("denied");
        }
    }

    @Test
    void isGoneAfterClosing() throws SQLException {
        MySqlSchema schema = MySqlSchemas.fresh("short_lived");
        schema.close();

        try (Connection connection = MySqlServer.ofThisMachine().connect();
                Statement statement = connection.createStatement()) {
            assertThat(count(statement, "SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name = '"
                    + schema.name() + "'")).isZero();
        }
    }

    @Test
    void refusesANameThatCouldBeSql() {
        assertThatThrownBy(() -> MySqlSchemas.fresh("x; DROP DATABASE thun"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Connection connect(MySqlSchema schema) throws SQLException {
        return DriverManager.getConnection(schema.url(), schema.user(), schema.password());
    }

    private static int count(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getInt(1);
        }
    }
}
