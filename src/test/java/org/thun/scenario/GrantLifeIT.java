package org.thun.scenario;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.thun.testing.MySqlSchemas;
import org.thun.testing.RequiresMySql;

/** The same life on MySQL. */
@RequiresMySql
@SpringBootTest
@ActiveProfiles({"test", "mysql"})
class GrantLifeIT extends GrantLife {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        MySqlSchemas.fresh("grant_life").applyTo(registry);
    }
}
