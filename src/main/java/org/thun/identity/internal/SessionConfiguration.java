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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
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
     * is two statements: if the second fails, nobody is signed in and the person tries again. A long answer that goes out
     * while a transaction reads for it notes the session's use in between: not in that transaction, which may only read and
     * would hold the session until its end. Not for others to find.
     */
    @Bean(defaultCandidate = false)
    static TransactionOperations springSessionTransactionOperations(PlatformTransactionManager transactions) {
        TransactionTemplate apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        TransactionOperations plain = TransactionOperations.withoutTransaction();
        return new TransactionOperations() {
            @Override
            public <T> T execute(TransactionCallback<T> action) {
                return (TransactionSynchronizationManager.isActualTransactionActive() ? apart : plain).execute(action);
            }
        };
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
