package org.thun.registry.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.thun.grants.Grant;
import org.thun.grants.GrantState;
import org.thun.grants.Grants;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.programmes.RegistryPolicy;

/** The grants and definitions that the rows of one command belong to, each looked up once. */
final class Cases {

    /** A day no record lives to see. */
    static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

    private static final Set<GrantState> OPEN =
            Set.of(GrantState.EFFECTIVE, GrantState.WAITING_TO_CLOSE, GrantState.SUSPENDED);

    private final Grants grants;
    private final Programmes programmes;
    private final Map<String, Grant> known = new HashMap<>();
    private Map<String, Grant> running;

    Cases(Grants grants, Programmes programmes) {
        this.grants = grants;
        this.programmes = programmes;
    }

    /** A grant under which evidence may be collected now. */
    Optional<Grant> running(String grantId) {
        if (running == null) {
            running = grants.running().stream().collect(Collectors.toMap(Grant::id, grant -> grant));
        }
        return Optional.ofNullable(running.get(grantId));
    }

    /** Whether records of that grant may still be corrected and judged: until everything is settled. */
    boolean isOpen(RecordRow row) {
        return OPEN.contains(of(row.grantId()).state());
    }

    /** The grant of a record that exists. */
    Grant of(String grantId) {
        return known.computeIfAbsent(grantId, grants::get);
    }

    ProgrammeDefinition definition(Grant grant) {
        return programmes.version(grant.programmeKey(), grant.programmeVersion());
    }

    /**
     * Last day on which a record confirmed on that day counts without another confirmation (BR-18). Campaigns and
     * completions are events that have happened; they do not grow stale.
     */
    LocalDate freshUntil(RecordRow row, LocalDate confirmedOn) {
        if (!List.of(Register.ORGANISATION, Register.PERSON, Register.KNOWLEDGE).contains(row.registerCode())) {
            return FOR_EVER;
        }
        RegistryPolicy policy = definition(of(row.grantId())).registry();
        return confirmedOn.plusMonths(row.registerCode() == Register.ORGANISATION
                ? policy.staleMonthsOrganisation()
                : policy.staleMonths());
    }
}
