package org.thun.registry.internal;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.thun.testing.MySqlSchemas;
import org.thun.testing.RequiresMySql;

/** The same search and the same lists on the database of production. */
@RequiresMySql
class NameSearchOnMySqlIT extends NameSearchModuleTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        MySqlSchemas.fresh("names").replaceDatabase(registry);
    }
}
