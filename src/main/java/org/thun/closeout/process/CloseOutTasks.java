package org.thun.closeout.process;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thun.closeout.CloseOutDossier.Refund;
import org.thun.closeout.CloseOutDossier;
import org.thun.closeout.ClosingDesk;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.shared.Money;
import org.thun.tasks.TaskContext;
import org.thun.tasks.TaskSource;

/** What the tasks of {@code close-out} are about, and who may not do them: nobody judges own work (SD1, SD2). */
@Component
class CloseOutTasks implements TaskSource {

    private static final Set<String> JUDGING = Set.of("task_checkCloseOut", "task_closeGrant");

    private final ClosingDesk desk;
    private final Grants grants;

    CloseOutTasks(ClosingDesk desk, Grants grants) {
        this.desk = desk;
        this.grants = grants;
    }

    @Override
    public String processKey() {
        return "close-out";
    }

    @Override
    public TaskContext contextOf(String elementId, String businessKey) {
        CloseOutDossier file = desk.dossier(businessKey);
        Grant grant = grants.get(file.grantId());
        return new TaskContext(grant.id(), grant.path(), grant.number(), grant.scope(), grant.title(),
                file.stepDueOn(), null, excluded(elementId, file));
    }

    @Override
    public Optional<Money> amountOf(String elementId, String businessKey) {
        return elementId.equals("task_confirmRefund")
                ? desk.dossier(businessKey).claimed().map(Refund::amount)
                : Optional.empty();
    }

    private static Set<String> excluded(String elementId, CloseOutDossier file) {
        Set<String> excluded = new HashSet<>();
        if (JUDGING.contains(elementId)) {
            file.newest().ifPresent(version -> {
                excluded.add(version.authorId());
                excluded.add(version.senderId());
            });
        }
        if (elementId.equals("task_confirmRefund")) {
            file.claimed().ifPresent(refund -> excluded.add(refund.payerId()));
        }
        return excluded;
    }
}
