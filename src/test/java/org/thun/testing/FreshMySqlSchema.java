package org.thun.testing;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives a context under test a MySQL database of its own, by the variables an administrator sets. */
class FreshMySqlSchema implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        MySqlSchema schema = MySqlSchemas.fresh("app");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("mysql of this test", Map.of(
                "THUN_DB_HOST", schema.host(),
                "THUN_DB_PORT", schema.port(),
                "THUN_DB_NAME", schema.name(),
                "THUN_DB_USER", schema.user(),
                "THUN_DB_PASSWORD", schema.password())));
    }
}
