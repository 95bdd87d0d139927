package org.thun.identity.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.filter.OncePerRequestFilter;

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

    /**
     * Reading a session is one statement; a transaction around it would be three more, at every request. A new session
     * is two statements: if the second fails, nobody is signed in and the person tries again. Not for others to find.
     */
    @Bean(defaultCandidate = false)
    static TransactionOperations springSessionTransactionOperations() {
        return TransactionOperations.withoutTransaction();
    }

    /** Tells the repository where a request begins and ends; stands before Spring Session's own filter. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> requestsOfSessions(SessionRepository<?> repository) {
        SparingSessions<?> sessions = (SparingSessions<?>) repository;
        var filter = new FilterRegistrationBean<OncePerRequestFilter>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(
                    HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                sessions.requestBegins();
                try {
                    chain.doFilter(request, response);
                } finally {
                    sessions.requestEnds();
                }
            }
        });
        filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return filter;
    }

    private static <S extends Session> SparingSessions<S> sparing(FindByIndexNameSessionRepository<S> sessions) {
        return new SparingSessions<>(sessions);
    }
}
