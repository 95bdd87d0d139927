package org.thun.identity.internal;

import java.util.Optional;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** The sessions people have open, on whatever node. */
@Component
class OpenSessions {

    private final FindByIndexNameSessionRepository<?> sessions;

    OpenSessions(FindByIndexNameSessionRepository<?> sessions) {
        this.sessions = sessions;
    }

    /** Ends all sessions of a person but one. */
    void end(String username, Optional<String> exceptSessionId) {
        sessions.findByPrincipalName(username).keySet().stream()
                .filter(id -> !exceptSessionId.equals(Optional.of(id)))
                .forEach(sessions::deleteById);
    }
}
