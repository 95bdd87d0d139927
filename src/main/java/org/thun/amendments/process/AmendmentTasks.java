package org.thun.amendments.process;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thun.amendments.Amendment.Verdict;
import org.thun.amendments.Amendment;
import org.thun.amendments.AmendmentDesk;
import org.thun.amendments.Part;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.tasks.TaskContext;
import org.thun.tasks.TaskSource;

/** What the tasks of {@code amendment} are about, and who may not do them: nobody decides own work, nor twice (SD1). */
@Component
class AmendmentTasks implements TaskSource {

    private final AmendmentDesk desk;
    private final Grants grants;

    AmendmentTasks(AmendmentDesk desk, Grants grants) {
        this.desk = desk;
        this.grants = grants;
    }

    @Override
    public String processKey() {
        return "amendment";
    }

    @Override
    public TaskContext contextOf(String elementId, String businessKey) {
        Amendment amendment = desk.get(businessKey);
        Grant grant = grants.get(amendment.grantId());
        return new TaskContext(grant.id(), grant.path(), grant.number(), grant.scope(), subject(amendment, grant),
                amendment.stepDueOn(), null, excluded(elementId, amendment));
    }

    private static LocalizedText subject(Amendment amendment, Grant grant) {
        String no = "#" + amendment.no() + " ";
        return new LocalizedText(no + grant.title().th(), grant.title().en() == null ? null : no + grant.title().en());
    }

    /** What moves between the cells of the budget. */
    @Override
    public Optional<Money> amountOf(String elementId, String businessKey) {
        List<Money> shifted = desk.get(businessKey).changes().stream()
                .filter(Part.Shift.class::isInstance)
                .map(part -> ((Part.Shift) part).amount())
                .toList();
        return shifted.isEmpty() ? Optional.empty() : Optional.of(Money.sum(shifted));
    }

    private static Set<String> excluded(String elementId, Amendment amendment) {
        Set<String> excluded = new HashSet<>();
        switch (elementId) {
            case "task_checkAmendment", "task_approveAmendment", "task_confirmBankAccount" -> {
                if (amendment.draftedBy() != null) {
                    excluded.add(amendment.draftedBy());
                }
                if (amendment.sentBy() != null) {
                    excluded.add(amendment.sentBy());
                }
                amendment.decisions().stream()
                        .filter(decision -> !decision.voided() && decision.decision() == Verdict.APPROVE)
                        .forEach(decision -> excluded.add(decision.accountId()));
            }
            default -> { }
        }
        return excluded;
    }
}
