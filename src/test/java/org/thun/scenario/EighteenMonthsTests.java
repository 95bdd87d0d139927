package org.thun.scenario;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** The eighteen months on a database in memory. */
@SpringBootTest(properties =
        "spring.datasource.url=jdbc:h2:mem:eighteen-months;MODE=MySQL;DB_CLOSE_DELAY=-1;DEFAULT_LOCK_TIMEOUT=10000")
@ActiveProfiles("test")
class EighteenMonthsTests extends EighteenMonths {}
