package org.thun.registry;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.thun.testing.MySqlSchemas;
import org.thun.testing.RequiresMySql;

/** Everything promised about duplicates, on the database of production. */
@RequiresMySql
class DuplicatesOnMySqlIT extends DuplicatesModuleTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        MySqlSchemas.fresh("duplicates").replaceDatabase(registry);
    }
}
