package org.thun.identity.internal;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** Sessions in the database, noted sparingly. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /**
     * Wraps Spring Session's own repository. A repository bean of ours would instead switch off Boot's configuration of
     * sessions, its time-out and its cleaning up.
     */
    @Bean
    static BeanPostProcessor sparingSessions() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof FindByIndexNameSessionRepository<?> sessions ? sparing(sessions) : bean;
            }
        };
    }

    private static <S extends Session> SparingSessions<S> sparing(FindByIndexNameSessionRepository<S> sessions) {
        return new SparingSessions<>(sessions);
    }
}
