package org.thun.amendments.process;

import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.thun.testing.MySqlSchemas;
import org.thun.testing.RequiresMySql;

/** Whole lives of amendments on the database of production, from the draft to the version of the agreement. */
@RequiresMySql
@ActiveProfiles({"test", "mysql"})
class AmendmentsOnMySqlIT extends AmendmentProcessTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        MySqlSchemas.fresh("amendments").replaceDatabase(registry);
    }
}
