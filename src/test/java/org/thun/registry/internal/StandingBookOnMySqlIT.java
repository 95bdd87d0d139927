package org.thun.registry.internal;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.thun.testing.MySqlSchemas;
import org.thun.testing.RequiresMySql;

/** The same counts, and no deadlock, on the database of production. */
@RequiresMySql
class StandingBookOnMySqlIT extends StandingBookModuleTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        MySqlSchemas.fresh("standings").replaceDatabase(registry);
    }
}
