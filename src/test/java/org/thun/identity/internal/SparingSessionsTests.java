package org.thun.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.session.MapSession;
import org.thun.identity.internal.SparingSessions.Sparing;

class SparingSessionsTests {

    private static final Instant NINE = Instant.parse("2016-05-01T02:00:00Z");

    private final MapSession stored = new MapSession();
    private final Sparing<MapSession> session = new Sparing<>(stored);

    @BeforeEach
    void usedAtNine() {
        stored.setLastAccessedTime(NINE);
        stored.setMaxInactiveInterval(Duration.ofHours(8));
    }

    @Test
    void notesItsUseOnceAMinute() {
        session.setLastAccessedTime(NINE.plusSeconds(59));
        assertThat(stored.getLastAccessedTime()).isEqualTo(NINE);
        session.setLastAccessedTime(NINE.plusSeconds(60));
        assertThat(stored.getLastAccessedTime()).isEqualTo(NINE.plusSeconds(60));
    }

    @Test
    void endsNoLaterThanItsTimeOut() {
        stored.setLastAccessedTime(Instant.now().minus(Duration.ofHours(8)).minusSeconds(1));
        assertThat(session.isExpired()).isTrue();
        stored.setLastAccessedTime(Instant.now().minus(Duration.ofHours(7)));
        assertThat(session.isExpired()).isFalse();
    }

    @Test
    void keepsWhatIsPutIntoIt() {
        session.setAttribute("name", "value");
        assertThat(stored.<String>getAttribute("name")).isEqualTo("value");
        assertThat(session.changeSessionId()).isEqualTo(stored.getId()).isEqualTo(session.getId());
    }
}
