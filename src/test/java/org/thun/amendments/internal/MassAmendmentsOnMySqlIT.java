package org.thun.amendments.internal;

import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.thun.testing.MySqlSchemas;
import org.thun.testing.RequiresMySql;

/** Decisions for many grants on the database of production: its locks, and its way of taking a failed grant back. */
@RequiresMySql
@ActiveProfiles({"test", "mysql"})
class MassAmendmentsOnMySqlIT extends MassAmendmentTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        MySqlSchemas.fresh("massamendments").replaceDatabase(registry);
    }
}
