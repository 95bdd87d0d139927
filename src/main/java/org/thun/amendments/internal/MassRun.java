package org.thun.amendments.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.thun.shared.OneAtATime;

/**
 * Carries approved decisions out, grant by grant, each in a transaction of its own. Looks for them by itself: what a machine
 * left undone when it died is found by whoever runs next, and a grant that is done says so in its own transaction. No job
 * of the engine does this: what a job asks of the engine shares the job's transaction, so that a grant that goes wrong could
 * not be taken back alone.
 */
@Component
class MassRun implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MassRun.class);

    private final MassMapper masses;
    private final MassEnactment enactment;
    private final MassOffice office;
    private final OneAtATime background = new OneAtATime("mass-amendments");
    private volatile boolean stopping;

    MassRun(MassMapper masses, MassEnactment enactment, MassOffice office) {
        this.masses = masses;
        this.enactment = enactment;
        this.office = office;
    }

    @Scheduled(fixedDelayString = "${thun.mass-amendments.every:PT5S}")
    void look() {
        background.begin(this::work);
    }

    /** Works until nothing waits. */
    void work() {
        for (String massId : masses.applying()) {
            try {
                carryOut(massId);
            } catch (RuntimeException e) {
                LOG.error("Mass amendment {} was interrupted; it is taken up again soon", massId, e);
            }
        }
    }

    private void carryOut(String massId) {
        for (String grantId : masses.pending(massId)) {
            if (stopping) {
                return;
            }
            carryOut(massId, grantId);
        }
        office.endWave(massId);
    }

    private void carryOut(String massId, String grantId) {
        try {
            enactment.enact(massId, grantId);
        } catch (RuntimeException e) {
            if (stopping) {
                LOG.info("Mass amendment {} stopped at grant {}; it is tried again at the next start", massId, grantId);
                return;
            }
            LOG.error("Mass amendment {} went wrong for grant {}", massId, grantId, e);
            enactment.fail(massId, grantId);
        }
    }

    @Override
    public void destroy() {
        stopping = true;
        background.close();
    }
}
