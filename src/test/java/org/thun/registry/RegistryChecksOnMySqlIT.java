package org.thun.registry;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.thun.testing.MySqlSchemas;
import org.thun.testing.RequiresMySql;

/** The same on the database of production. */
@RequiresMySql
class RegistryChecksOnMySqlIT extends RegistryChecksModuleTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        MySqlSchemas.fresh("checks").replaceDatabase(registry);
    }
}
