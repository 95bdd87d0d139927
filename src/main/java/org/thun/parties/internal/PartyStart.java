package org.thun.parties.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.parties.PartyPart;
import org.thun.parties.internal.OrganisationMapper.PartRow;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.ProgrammeParty;
import org.thun.programmes.ProgrammeSummary;
import org.thun.programmes.Programmes;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;

/** Brings centres and organisations in step with the programme definitions when the application starts. */
@Component
@Order(PartyStart.ORDER)
class PartyStart implements ApplicationRunner {

    /** After the definitions (10), before anything that fills a demonstration. */
    static final int ORDER = 20;

    private final Programmes programmes;
    private final CentreMapper centres;
    private final OrganisationMapper organisations;
    private final BusinessClock clock;
    private final TransactionTemplate transactions;

    PartyStart(
            Programmes programmes,
            CentreMapper centres,
            OrganisationMapper organisations,
            BusinessClock clock,
            TransactionTemplate transactions) {
        this.programmes = programmes;
        this.centres = centres;
        this.organisations = organisations;
        this.clock = clock;
        this.transactions = transactions;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (ProgrammeSummary programme : programmes.all()) {
            ProgrammeDefinition definition = programmes.version(programme.key(), programme.versionNo());
            try {
                transactions.executeWithoutResult(status -> follow(definition));
            } catch (DuplicateKeyException e) {
                // Another node starts at the same moment; what it wrote is what this one would write.
                transactions.executeWithoutResult(status -> follow(definition));
            }
        }
    }

    void follow(ProgrammeDefinition definition) {
        followCentres(definition);
        followOrganisations(definition);
    }

    private void followCentres(ProgrammeDefinition definition) {
        Map<String, CentreRow> known = new HashMap<>();
        centres.ofProgramme(definition.key()).forEach(row -> known.put(row.code(), row));
        LocalDate today = clock.today();
        LocalDate newFrom = known.isEmpty() ? null : today;
        for (CentreDefinition centre : definition.centres()) {
            CentreRow before = known.remove(centre.code());
            LocalizedText region = definition.region(centre.region());
            if (before == null) {
                centres.insert(CentreRow.of(Ids.next(), definition.key(), centre, region, newFrom));
                continue;
            }
            LocalDate from = before.activeTo() == null ? before.activeFrom() : today;
            CentreRow after = CentreRow.of(before.id(), definition.key(), centre, region, from);
            if (!after.equals(before)) {
                centres.update(after);
            }
        }
        known.values().stream()
                .filter(row -> row.activeTo() == null)
                .forEach(row -> centres.update(row.until(today.minusDays(1))));
    }

    private void followOrganisations(ProgrammeDefinition definition) {
        List<PartRow> parts = new ArrayList<>();
        Optional.ofNullable(definition.funder())
                .ifPresent(party -> parts.add(part(definition, party, PartyPart.FUNDER)));
        Optional.ofNullable(definition.grantee())
                .ifPresent(party -> parts.add(part(definition, party, PartyPart.GRANTEE)));
        definition.partners().forEach(party -> parts.add(part(definition, party, PartyPart.PARTNER)));

        Set<PartRow> known = new HashSet<>();
        organisations.parts().stream()
                .filter(part -> part.programmeKey().equals(definition.key()))
                .forEach(known::add);
        parts.stream().filter(part -> !known.contains(part)).forEach(organisations::insertPart);
        // Grantees may also have been entered by hand; funders and partners come from the definition alone.
        known.stream()
                .filter(part -> part.part() != PartyPart.GRANTEE && !parts.contains(part))
                .forEach(organisations::deletePart);
    }

    private PartRow part(ProgrammeDefinition definition, ProgrammeParty party, PartyPart part) {
        Optional<OrganisationRow> known = organisations.findByCode(party.code());
        OrganisationRow row = OrganisationRow.withoutAccount(
                known.map(OrganisationRow::id).orElseGet(Ids::next), party.code(), party.abbreviation(), party.name());
        if (known.isEmpty()) {
            organisations.insert(row, clock.dateTime());
        } else {
            organisations.rename(row);
        }
        return new PartRow(definition.key(), row.id(), part);
    }
}
