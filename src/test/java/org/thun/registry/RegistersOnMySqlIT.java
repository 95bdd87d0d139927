package org.thun.registry;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.thun.testing.MySqlSchemas;
import org.thun.testing.RequiresMySql;

/** Everything the registers promise, on the database of production: same statements, same counts, same Thai order. */
@RequiresMySql
class RegistersOnMySqlIT extends RegistersModuleTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        MySqlSchemas.fresh("registers").replaceDatabase(registry);
    }
}
