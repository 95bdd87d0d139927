package org.thun.testing;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Passwords of tests are stored as those of the application, with the least work BCrypt knows: the tests make thousands of
 * people, and a hash that is dear on purpose would be most of what they wait for.
 */
@Configuration(proxyBeanMethods = false)
class QuickPasswords {

    private static final int LEAST_WORK = 4;

    @Bean
    @Primary
    PasswordEncoder quickPasswordEncoder() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(LEAST_WORK)));
    }
}
