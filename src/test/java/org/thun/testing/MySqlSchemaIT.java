package org.thun.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@RequiresMySql
@SpringBootTest(classes = MySqlSchemaIT.OnlyTheDatabase.class, webEnvironment = WebEnvironment.NONE)
@ActiveProfiles("mysql")
class MySqlSchemaIT {

    private static final MySqlSchema SCHEMA = MySqlSchemas.fresh("profile");

    @Autowired
    private JdbcTemplate jdbc;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        SCHEMA.applyTo(registry);
    }

    @Test
    void theMySqlProfileConnectsToItWithTheRightsOfAnInstallation() {
        assertThat(jdbc.queryForObject("SELECT DATABASE()", String.class)).isEqualTo(SCHEMA.name());
        assertThat(jdbc.queryForObject("SELECT CURRENT_USER()", String.class)).isEqualTo("thun_it@%");
    }

    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class})
    static class OnlyTheDatabase {
    }
}
