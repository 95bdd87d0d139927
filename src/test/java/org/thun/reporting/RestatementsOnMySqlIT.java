package org.thun.reporting;

import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.thun.testing.MySqlSchemas;
import org.thun.testing.RequiresMySql;

/** The same on MySQL. */
@RequiresMySql
@ActiveProfiles({"test", "mysql"})
class RestatementsOnMySqlIT extends RestatementsModuleTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        MySqlSchemas.fresh("restatements").replaceDatabase(registry);
    }
}
