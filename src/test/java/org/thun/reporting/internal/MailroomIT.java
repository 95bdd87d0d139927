package org.thun.reporting.internal;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.thun.testing.MySqlSchemas;
import org.thun.testing.RequiresMySql;

/** The same on MySQL. */
@RequiresMySql
class MailroomIT extends MailroomModuleTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        MySqlSchemas.fresh("reporting_mail").replaceDatabase(registry);
    }
}
