package org.thun.testing;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/** A MySQL server that tests may create and drop databases on: its root account has no password. */
final class MySqlServer {

    private static final String DEFAULT_URL = "jdbc:mysql://127.0.0.1:3307/";
    private static final MySqlServer OF_THIS_MACHINE =
            new MySqlServer(Optional.ofNullable(System.getenv("THUN_TEST_MYSQL_URL")).orElse(DEFAULT_URL));

    private final String url;
    private Optional<String> whyUnreachable;

    MySqlServer(String url) {
        this.url = url;
    }

    static MySqlServer ofThisMachine() {
        return OF_THIS_MACHINE;
    }

    String host() {
        return address().getHost();
    }

    int port() {
        return address().getPort() == -1 ? 3306 : address().getPort();
    }

    private URI address() {
        return URI.create(url.substring("jdbc:".length()));
    }

    /** Asked before each test that needs the server, so the answer is found out once. */
    synchronized Optional<String> whyUnreachable() {
        if (whyUnreachable == null) {
            whyUnreachable = tryToConnect();
        }
        return whyUnreachable;
    }

    private Optional<String> tryToConnect() {
        try (Connection connection = connect()) {
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of("No MySQL server answers at " + url + " (start one with dev/mysql start): "
                    + e.getMessage().lines().findFirst().orElse(e.getSQLState()));
        }
    }

    Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", "root");
        properties.setProperty("password", "");
        properties.setProperty("connectTimeout", "3000");
        return DriverManager.getConnection(url, properties);
    }
}
