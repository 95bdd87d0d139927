package org.thun.registry.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gathers what a transaction changes in the tallies and writes it once, just before the commit, in the order of the key:
 * a row that several people add to is held for a moment only, and nobody waits in a circle. Who counts within the same
 * transaction has it written first.
 */
@Component
class TallyLedger {

    private final TallyMapper tallies;

    TallyLedger(TallyMapper tallies) {
        this.tallies = tallies;
    }

    /** What one transaction has not written yet. */
    private final class Pending implements TransactionSynchronization {

        private TallyChanges changes = new TallyChanges();

        @Override
        public void beforeCommit(boolean readOnly) {
            write();
        }

        private void write() {
            List<TallyRow> rows = changes.rows();
            changes = new TallyChanges();
            TallyLedger.this.write(rows);
        }
    }

    /** Takes changes of the running transaction. */
    void add(TallyChanges changes) {
        Pending pending = pending();
        if (pending == null) {
            pending = new Pending();
            TransactionSynchronizationManager.registerSynchronization(pending);
        }
        pending.changes.add(changes);
    }

    /** Writes what the running transaction, if any, has not written yet. */
    void flush() {
        Pending pending = pending();
        if (pending != null) {
            pending.write();
        }
    }

    private void write(List<TallyRow> rows) {
        Entry.chunks(rows).forEach(tallies::addToDays);
        Entry.chunks(TallyChanges.byMonth(rows)).forEach(tallies::addToMonths);
    }

    private static Pending pending() {
        return TransactionSynchronizationManager.isSynchronizationActive()
                ? TransactionSynchronizationManager.getSynchronizations().stream()
                        .filter(Pending.class::isInstance)
                        .map(Pending.class::cast)
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
