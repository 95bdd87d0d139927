package org.thun.registry.process;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.thun.testing.MySqlSchemas;
import org.thun.testing.RequiresMySql;

/** Verification by sample on the database of production. */
@RequiresMySql
class RegistryVerificationOnMySqlIT extends RegistryVerificationProcessTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        MySqlSchemas.fresh("batches").replaceDatabase(registry);
    }
}
