package org.thun.testing;

import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * One test database, and the account to use it with. Like the account of an installation it has all rights inside its
 * database and none outside, so a migration that needs more fails here too.
 *
 * <pre>{@code
 * @RequiresMySql
 * @SpringBootTest
 * @ActiveProfiles("mysql")
 * class PaymentIT {
 *     @DynamicPropertySource
 *     static void database(DynamicPropertyRegistry registry) {
 *         MySqlSchemas.fresh("payment").applyTo(registry);
 *     }
 * }
 * }</pre>
 */
public record MySqlSchema(String host, int port, String name) implements AutoCloseable {

    static final String USER = "thun_it";
    static final String PASSWORD = "thun_it";

    public String user() {
        return USER;
    }

    public String password() {
        return PASSWORD;
    }

    /** For plain JDBC, with the settings of the profile from which an application takes its URL ({@link #applyTo}). */
    public String url() {
        return ("jdbc:mysql://%s:%d/%s?nullDatabaseMeansCurrent=true&connectionTimeZone=UTC&sendFractionalSeconds=false"
                + "&useLocalSessionState=true&readOnlyPropagatesToServer=false&cacheServerConfiguration=true"
                + "&cachePrepStmts=true&prepStmtCacheSize=500&prepStmtCacheSqlLimit=8192").formatted(host, port, name);
    }

    /** The variables by which an administrator points the {@code mysql} profile at this database. */
    public Map<String, String> environment() {
        return Map.of("THUN_DB_HOST", host, "THUN_DB_PORT", Integer.toString(port), "THUN_DB_NAME", name,
                "THUN_DB_USER", USER, "THUN_DB_PASSWORD", PASSWORD);
    }

    /** Points the {@code mysql} profile at this database through the same variables an administrator sets. */
    public void applyTo(DynamicPropertyRegistry registry) {
        environment().forEach((variable, value) -> registry.add(variable, () -> value));
        giveBackIdleConnections(registry);
    }

    /** Takes the place of the database that a test class names in its own properties, which win over a profile's. */
    public void replaceDatabase(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", this::url);
        registry.add("spring.datasource.username", () -> USER);
        registry.add("spring.datasource.password", () -> PASSWORD);
        giveBackIdleConnections(registry);
    }

    /**
     * Spring keeps the applications of all test classes until the end, each with its pool. Idle ones give their connections
     * back, or together they ask for more than a server's usual 151.
     */
    private static void giveBackIdleConnections(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.hikari.minimum-idle", () -> 1);
        registry.add("spring.datasource.hikari.idle-timeout", () -> 10_000);
    }

    /** Drops the database at once; whoever still uses it gets errors. */
    @Override
    public void close() {
        MySqlSchemas.drop(this);
    }
}
