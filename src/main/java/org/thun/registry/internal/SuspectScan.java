package org.thun.registry.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.workflow.DailyWork;

/**
 * Looks again for records that are alike: nightly for those handed in since the day before, because two people may enter
 * the same person at the same moment and neither sees the other's record, and for any that nobody has looked at yet.
 * Batches are committed one by one; doing a day's work again finds nothing new.
 */
@Component
class SuspectScan implements DailyWork {

    private static final int BATCH = 500;

    private final MatchMapper matches;
    private final SuspectFinder finder;
    private final TransactionTemplate batch;

    SuspectScan(MatchMapper matches, SuspectFinder finder, PlatformTransactionManager transactions) {
        this.matches = matches;
        this.finder = finder;
        this.batch = new TransactionTemplate(transactions);
        this.batch.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void on(LocalDate day) {
        scan(after -> matches.toScan(after, day.minusDays(1), BATCH));
    }

    /** Everything of a grant. */
    void all(String grantId) {
        scan(after -> matches.allOf(grantId, after, BATCH));
    }

    private void scan(Function<String, List<String>> next) {
        String after = "";
        while (after != null) {
            String from = after;
            after = batch.execute(status -> {
                List<String> ids = next.apply(from);
                finder.lookAgainFor(ids);
                return ids.size() < BATCH ? null : ids.get(ids.size() - 1);
            });
        }
    }
}
