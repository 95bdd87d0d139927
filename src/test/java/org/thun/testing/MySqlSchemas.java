package org.thun.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Databases for tests on the MySQL server of this machine. */
public final class MySqlSchemas {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,29}");
    private static final Duration PATIENCE_WITH_CONNECTIONS = Duration.ofSeconds(10);

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Set<MySqlSchema> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(MySqlSchemas::dropAllWhenUnused, "drop-mysql-schemas"));
    }

    private MySqlSchemas() {
    }

    /**
     * Creates an empty database with Thun's character set and collation. It is dropped by {@link MySqlSchema#close()},
     * or else when the JVM ends and the last connection to it is gone (Spring keeps a test's application running until
     * then).
     *
     * @param name says in the server's list whose database it is: lower-case letters, digits and underscores
     */
    public static MySqlSchema fresh(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name for a test database: " + name);
        }
        var server = MySqlServer.ofThisMachine();
        var schema = new MySqlSchema(server.host(), server.port(),
                "thun_it_%s_%d_%d".formatted(name, ProcessHandle.current().pid(), COUNTER.incrementAndGet()));
        try (Connection connection = server.connect(); Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + schema.name()
                    + " CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_as_cs");
            statement.execute("CREATE USER IF NOT EXISTS '%s'@'%%' IDENTIFIED BY '%s'"
                    .formatted(MySqlSchema.USER, MySqlSchema.PASSWORD));
            statement.execute("GRANT ALL ON `thun\\_it\\_%%`.* TO '%s'@'%%'".formatted(MySqlSchema.USER));
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create the test database " + schema.name(), e);
        }
        OPEN.add(schema);
        return schema;
    }

    static void drop(MySqlSchema schema) {
        try (Connection connection = MySqlServer.ofThisMachine().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + schema.name());
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot drop the test database " + schema.name(), e);
        }
        OPEN.remove(schema);
    }

    private static void dropAllWhenUnused() {
        long deadline = System.nanoTime() + PATIENCE_WITH_CONNECTIONS.toNanos();
        for (MySqlSchema schema : OPEN) {
            try {
                while (isUsed(schema) && System.nanoTime() < deadline) {
                    Thread.sleep(100);
                }
                drop(schema);
            } catch (SQLException | IllegalStateException e) {
                System.err.println("The test database " + schema.name() + " stays behind: " + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static boolean isUsed(MySqlSchema schema) throws SQLException {
        try (Connection connection = MySqlServer.ofThisMachine().connect();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT COUNT(*) FROM performance_schema.processlist WHERE db = ?")) {
            statement.setString(1, schema.name());
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getInt(1) > 0;
            }
        }
    }
}
