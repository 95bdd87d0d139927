package org.thun.parties.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.thun.parties.Centre;
import org.thun.parties.Centres;
import org.thun.shared.BusinessClock;
import org.thun.shared.ThaiOrder;

@Service
class CentreDirectory implements Centres {

    private final CentreMapper centres;
    private final BusinessClock clock;

    CentreDirectory(CentreMapper centres, BusinessClock clock) {
        this.centres = centres;
        this.clock = clock;
    }

    @Override
    public List<Centre> all(String programmeKey) {
        LocalDate today = clock.today();
        return centres.ofProgramme(programmeKey).stream()
                .map(CentreRow::toCentre)
                .filter(centre -> centre.activeOn(today))
                .sorted(ThaiOrder.by(centre -> centre.name().th()))
                .toList();
    }

    @Override
    public Optional<Centre> find(String programmeKey, String code) {
        return centres.find(programmeKey, code).map(CentreRow::toCentre);
    }

    @Override
    public Optional<Centre> byId(String centreId) {
        return centres.byId(centreId).map(CentreRow::toCentre);
    }
}
