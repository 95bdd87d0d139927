package org.thun.amendments.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.amendments.AmendmentDesk;
import org.thun.amendments.AmendmentDesk.ConfirmBank;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The finance approver reads the number from the bank's letter: the third hand on a change of account (SD8). */
@Component
class ConfirmBankAccountTask implements TaskHandler<ConfirmBank> {

    private final AmendmentDesk desk;
    private final AmendmentFacts facts;

    ConfirmBankAccountTask(AmendmentDesk desk, AmendmentFacts facts) {
        this.desk = desk;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "confirm-bank-account";
    }

    @Override
    public Class<ConfirmBank> commandType() {
        return ConfirmBank.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        return TaskPage.of(facts.of(task.businessKey()));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, ConfirmBank confirmation, Actor actor) {
        return desk.confirmBank(task.businessKey(), confirmation, actor)
                .map(done -> Progress.of(confirmation.decision(), desk.get(task.businessKey())));
    }
}
