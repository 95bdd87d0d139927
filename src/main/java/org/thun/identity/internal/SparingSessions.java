package org.thun.identity.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Sessions that note their last use at most once a minute. Spring Session would write it at every request, so that each
 * page costs a write. A session can end up to that minute early, never late.
 *
 * <p>A session that a request has just saved is not read again in the same request: Spring Session asks for it once more
 * only to learn whether its id is valid.
 */
final class SparingSessions<S extends Session> implements FindByIndexNameSessionRepository<SparingSessions.Sparing<S>> {

    static final Duration SPARED = Duration.ofMinutes(1);

    private final FindByIndexNameSessionRepository<S> sessions;

    /** Present while a request is served. */
    private final ThreadLocal<Request<S>> request = new ThreadLocal<>();

    SparingSessions(FindByIndexNameSessionRepository<S> sessions) {
        this.sessions = sessions;
    }

    @Override
    public Sparing<S> createSession() {
        return new Sparing<>(sessions.createSession());
    }

    @Override
    public void save(Sparing<S> session) {
        sessions.save(session.stored);
        Request<S> current = request.get();
        if (current != null) {
            current.saved = session;
        }
    }

    @Override
    public Sparing<S> findById(String id) {
        Request<S> current = request.get();
        if (current != null && current.saved != null && current.saved.getId().equals(id)) {
            return current.saved;
        }
        S found = sessions.findById(id);
        return found == null ? null : new Sparing<>(found);
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteById(id);
        Request<S> current = request.get();
        if (current != null) {
            current.saved = null;
        }
    }

    @Override
    public Map<String, Sparing<S>> findByIndexNameAndIndexValue(String indexName, String indexValue) {
        return sessions.findByIndexNameAndIndexValue(indexName, indexValue).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Sparing<>(entry.getValue())));
    }

    /** A request begins on this thread; must be followed by {@link #requestEnds()}. */
    void requestBegins() {
        request.set(new Request<>());
    }

    void requestEnds() {
        request.remove();
    }

    private static final class Request<S extends Session> {
        private Sparing<S> saved;
    }

    /** A session as it is stored, but for how often its last use is noted. */
    static final class Sparing<S extends Session> implements Session {

        private final S stored;

        Sparing(S stored) {
            this.stored = stored;
        }

        @Override
        public void setLastAccessedTime(Instant at) {
            if (Duration.between(stored.getLastAccessedTime(), at).abs().compareTo(SPARED) >= 0) {
                stored.setLastAccessedTime(at);
            }
        }

        @Override
        public String getId() {
            return stored.getId();
        }

        @Override
        public String changeSessionId() {
            return stored.changeSessionId();
        }

        @Override
        public <T> T getAttribute(String name) {
            return stored.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return stored.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            stored.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            stored.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return stored.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return stored.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            stored.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return stored.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return stored.isExpired();
        }
    }
}
