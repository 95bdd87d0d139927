package org.thun.registry;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.thun.testing.MySqlSchema;
import org.thun.testing.MySqlSchemas;
import org.thun.testing.RequiresMySql;

/** Everything promised about duplicates, on the database of production. */
@RequiresMySql
class DuplicatesOnMySqlIT extends DuplicatesModuleTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        MySqlSchema schema = MySqlSchemas.fresh("duplicates");
        registry.add("spring.datasource.url", schema::url);
        registry.add("spring.datasource.username", schema::user);
        registry.add("spring.datasource.password", schema::password);
    }
}
