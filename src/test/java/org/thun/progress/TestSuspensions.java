package org.thun.progress;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;
import org.thun.identity.Actor;

/** Keeps proposals to suspend where nobody else takes them. */
@Component
@Fallback
class TestSuspensions implements SuspensionProposal {

    private final List<String> grants = new CopyOnWriteArrayList<>();

    @Override
    public void propose(String grantId, String reason, Actor actor) {
        grants.add(grantId);
    }
}
