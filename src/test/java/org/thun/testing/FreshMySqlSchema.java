package org.thun.testing;

import java.util.HashMap;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives a context under test a MySQL database of its own, by the variables an administrator sets. */
class FreshMySqlSchema implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        MySqlSchema schema = MySqlSchemas.fresh("app");
        context.getEnvironment().getPropertySources().addFirst(
                new MapPropertySource("mysql of this test", new HashMap<>(schema.environment())));
    }
}
