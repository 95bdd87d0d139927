package org.thun.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.testing.ThunTest;

@ThunTest
class SessionsModuleTests {

    @Autowired
    SessionRepository<?> sessions;

    @Autowired
    PlatformTransactionManager transactions;

    /** The start of a long answer notes that the session is used, while a transaction reads what is still to be sent. */
    @Test
    void notesUseBesideATransactionThatOnlyReads() {
        TransactionTemplate reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        String id = reading.execute(status -> {
            status.setRollbackOnly();
            return saved(sessions);
        });
        assertThat(sessions.findById(id)).isNotNull();
        sessions.deleteById(id);
        assertThat(sessions.findById(id)).isNull();
    }

    private static <S extends Session> String saved(SessionRepository<S> sessions) {
        S session = sessions.createSession();
        session.setAttribute("name", "value");
        sessions.save(session);
        return session.getId();
    }
}
