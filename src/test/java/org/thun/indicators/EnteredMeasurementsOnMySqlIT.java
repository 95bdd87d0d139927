package org.thun.indicators;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.thun.testing.MySqlSchemas;
import org.thun.testing.RequiresMySql;

/** The same on the database of production. */
@RequiresMySql
class EnteredMeasurementsOnMySqlIT extends EnteredMeasurementsModuleTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        MySqlSchemas.fresh("indicator_entries").replaceDatabase(registry);
    }
}
