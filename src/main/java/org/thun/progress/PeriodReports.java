package org.thun.progress;

import java.util.List;
import java.util.Optional;

/** The period reports of grants, for other modules. Who asks has checked what the person may see. */
public interface PeriodReports {

    /** The reports of a grant by number; empty before the agreement takes effect. */
    List<PeriodReport> ofGrant(String grantId);

    Optional<PeriodReport> find(String grantId, int periodNo);

    /** The accepted reports of a grant by number: the only ones whose figures count. */
    default List<PeriodReport> accepted(String grantId) {
        return ofGrant(grantId).stream().filter(PeriodReport::accepted).toList();
    }
}
