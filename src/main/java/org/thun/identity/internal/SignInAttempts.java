package org.thun.identity.internal;

import java.time.Duration;
import java.time.LocalDateTime;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.shared.BusinessClock;

/**
 * Slows down guessing: after some wrong passwords in a row a name has to wait, whether or not there is such an account (an
 * answer that differs would tell). Counted in the database, so that it holds on every node, and in a transaction of its own,
 * so that a refused sign-in does not take its count back.
 */
@Component
class SignInAttempts {

    static final int TRIES = 5;
    static final Duration WAIT = Duration.ofMinutes(1);

    /** After that long without a further failure the counting starts again. */
    private static final Duration MEMORY = Duration.ofHours(1);

    private static final int LONGEST_NAME = 60;

    private final SignInAttemptMapper failures;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    SignInAttempts(SignInAttemptMapper failures, BusinessClock clock, PlatformTransactionManager transactions) {
        this.failures = failures;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    boolean mustWait(String username) {
        LocalDateTime now = clock.dateTime();
        return failures.find(key(username))
                .filter(past -> past.failures() >= TRIES)
                .filter(past -> !past.failedAt().isAfter(now) && past.failedAt().plus(WAIT).isAfter(now))
                .isPresent();
    }

    void failed(String username) {
        try {
            transaction.executeWithoutResult(status -> count(key(username)));
        } catch (DuplicateKeyException e) {
            // The very first failure of this name twice at the same moment: the other one has made the row.
            transaction.executeWithoutResult(status -> count(key(username)));
        }
    }

    void forget(String username) {
        // Most sign-ins succeed at once: look before deleting.
        if (failures.find(key(username)).isPresent()) {
            transaction.executeWithoutResult(status -> failures.forget(key(username)));
        }
    }

    private void count(String key) {
        LocalDateTime now = clock.dateTime();
        LocalDateTime since = now.minus(MEMORY);
        failures.forgetOutside(since, now);
        if (failures.count(key, now, since) == 0) {
            failures.insert(key, now);
        }
    }

    private static String key(String username) {
        String normal = Usernames.normal(username);
        return normal.length() <= LONGEST_NAME ? normal : normal.substring(0, LONGEST_NAME);
    }
}
