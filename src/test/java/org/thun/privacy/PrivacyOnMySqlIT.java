package org.thun.privacy;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.thun.testing.MySqlSchema;
import org.thun.testing.MySqlSchemas;
import org.thun.testing.RequiresMySql;

/** Data of people on the database of production. */
@RequiresMySql
class PrivacyOnMySqlIT extends PrivacyModuleTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        MySqlSchema schema = MySqlSchemas.fresh("privacy");
        registry.add("spring.datasource.url", schema::url);
        registry.add("spring.datasource.username", schema::user);
        registry.add("spring.datasource.password", schema::password);
    }
}
