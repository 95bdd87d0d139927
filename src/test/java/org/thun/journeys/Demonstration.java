package org.thun.journeys;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.thun.testing.RequiresBrowser;

/**
 * The whole application as {@code mvn spring-boot:run} starts it, with the demonstration's people and grants, on a
 * database in memory. All such tests share it, so each uses work that no other needs.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RequiresBrowser
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@TestPropertySource(properties =
        "spring.datasource.url=jdbc:h2:mem:journeys;MODE=MySQL;DB_CLOSE_DELAY=-1;DEFAULT_LOCK_TIMEOUT=10000")
@interface Demonstration {}
