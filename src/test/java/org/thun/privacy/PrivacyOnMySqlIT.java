package org.thun.privacy;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.thun.testing.MySqlSchemas;
import org.thun.testing.RequiresMySql;

/** Data of people on the database of production. */
@RequiresMySql
class PrivacyOnMySqlIT extends PrivacyModuleTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        MySqlSchemas.fresh("privacy").replaceDatabase(registry);
    }
}
