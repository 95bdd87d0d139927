package org.thun.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application as {@link ThunTest} starts it, but on MySQL: an empty database of its own, the {@code mysql}
 * profile, the training clock, no jobs behind the test's back. Tests with this annotation share one context.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@RequiresMySql
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles({"test", "mysql"})
@ContextConfiguration(initializers = FreshMySqlSchema.class)
public @interface ThunMySqlTest {}
