package org.thun.scenario;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.thun.testing.MySqlSchemas;
import org.thun.testing.RequiresMySql;

/** The same months on MySQL. */
@RequiresMySql
@SpringBootTest
@ActiveProfiles({"test", "mysql"})
class EighteenMonthsIT extends EighteenMonths {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        MySqlSchemas.fresh("eighteen_months").applyTo(registry);
    }
}
