package org.thun.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test runs against a real MySQL server: the one at {@code THUN_TEST_MYSQL_URL}, by default
 * {@code jdbc:mysql://127.0.0.1:3307/} as {@code dev/mysql start} starts it. Without a server it is skipped on a
 * developer's machine and fails where {@code CI=true}. A database of its own comes from {@link MySqlSchemas}.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("mysql")
@ExtendWith(MySqlCondition.class)
public @interface RequiresMySql {
}
