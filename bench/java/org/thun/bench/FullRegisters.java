package org.thun.bench;

import java.time.LocalDate;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.registry.Registers;
import org.thun.registry.RegistryChecks;

/** The application with the whole population in its registers and the summaries saying so. */
final class FullRegisters implements AutoCloseable {

    private final RunningThun thun = new RunningThun();
    private final Loader loader;
    private final GrantFixture fixture;
    private final Grant grant;
    private final ProgrammeDefinition definition;
    private final Population population;

    FullRegisters() throws Exception {
        this.loader = new Loader(thun.schema());
        this.fixture = thun.bean(GrantFixture.class);
        LocalDate today = fixture.today();
        this.grant = fixture.effective("10000000", today.minusMonths(17));
        this.definition = fixture.programme();
        this.population = new Population(grant, definition, today);
        long begin = System.nanoTime();
        long records = population.loadInto(loader);
        System.out.printf("%d records loaded in %d s%n", records, seconds(begin));
        summarise();
    }

    /** Has the records found by their names, too, which takes as long again. */
    void findByName() throws Exception {
        thun.bean(Registers.class).renewSearch(grant.id());
        loader.run("ANALYZE TABLE registry_name");
    }

    RunningThun thun() {
        return thun;
    }

    Loader loader() {
        return loader;
    }

    GrantFixture fixture() {
        return fixture;
    }

    Grant grant() {
        return grant;
    }

    ProgrammeDefinition definition() {
        return definition;
    }

    Population population() {
        return population;
    }

    LocalDate today() {
        return fixture.today();
    }

    /** The rows came in past the doors; the nightly check finds the summaries wrong and has them follow. */
    private void summarise() throws Exception {
        RegistryChecks checks = thun.bean(RegistryChecks.class);
        Actor administrator = fixture.person(Role.SA, ScopeKind.ALL, "*");
        checks.check();
        checks.findings().stream()
                .filter(RegistryChecks.Finding::repairable)
                .forEach(finding -> checks.repair(finding.id(), administrator).orElseThrow());
        loader.run("ANALYZE TABLE registry_tally, registry_tally_month");
        long begin = System.nanoTime();
        checks.check();
        System.out.printf("nightly recount: %d s%n", seconds(begin));
        if (checks.open() > 0) {
            throw new IllegalStateException("summaries and records do not agree: " + checks.findings());
        }
    }

    private static long seconds(long since) {
        return Math.round((System.nanoTime() - since) / 1e9);
    }

    @Override
    public void close() throws Exception {
        loader.close();
        thun.close();
    }
}
