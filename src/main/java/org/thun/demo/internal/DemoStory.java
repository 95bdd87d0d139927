package org.thun.demo.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.thun.grants.Grant;
import org.thun.grants.GrantState;
import org.thun.grants.Grants;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.parties.Organisation;
import org.thun.parties.Organisations;
import org.thun.parties.Organisations.NewBankAccount;
import org.thun.proposals.Proposal;
import org.thun.proposals.Proposals;
import org.thun.proposals.Proposals.NewProposal;
import org.thun.proposals.Proposals.ProposalFilter;
import org.thun.shared.Outcome;
import org.thun.workflow.TrainingClock;

/**
 * Lives through the stories of the demonstration day by day, on the training clock, until the day of the visit. What has
 * happened is in the database alone, so a story that was interrupted goes on where it was.
 */
@Component
@Profile("demo")
@Order(Ordered.LOWEST_PRECEDENCE)
class DemoStory implements ApplicationRunner {

    static final String PROGRAMME = "ldi-pracharath-2";

    private static final Logger LOG = LoggerFactory.getLogger(DemoStory.class);
    private static final int DAY_OF_ENTRIES = 5;
    private static final int DAY_OF_VERIFICATION = 12;
    private static final int MONTH_OF_FIRST_ROUND = 2;
    private static final int MONTH_OF_SECOND_ROUND = 9;
    private static final String BANK_ACCOUNT = "0123456789";

    private final TrainingClock clock;
    private final Accounts accounts;
    private final DemoPeople people;
    private final DemoDesk desk;
    private final DemoRecords records;
    private final DemoAmendments amendments;
    private final Organisations organisations;
    private final Proposals proposals;
    private final Grants grants;
    private final Environment environment;
    private final Map<DemoCase, String> proposalIds = new HashMap<>();
    private final Map<String, String> grantIds = new HashMap<>();

    DemoStory(
            TrainingClock clock,
            Accounts accounts,
            DemoPeople people,
            DemoDesk desk,
            DemoRecords records,
            DemoAmendments amendments,
            Organisations organisations,
            Proposals proposals,
            Grants grants,
            Environment environment) {
        this.clock = clock;
        this.accounts = accounts;
        this.people = people;
        this.desk = desk;
        this.records = records;
        this.amendments = amendments;
        this.organisations = organisations;
        this.proposals = proposals;
        this.grants = grants;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (accounts.actorByUsername(DemoPerson.SA.username()).isEmpty()) {
            clock.beginOn(DemoCases.BEGINNING);
        }
        people.hire(DemoCases.BEGINNING.minusYears(3));
        openBankAccount();
        if (clock.today().isBefore(DemoCases.VISIT)) {
            LOG.info("Living the demonstration from {} to {} …", clock.today(), DemoCases.VISIT);
            liveToday(clock.today());
            for (LocalDate day = clock.today().plusDays(1); !day.isAfter(DemoCases.VISIT); day = day.plusDays(1)) {
                clock.moveTo(day);
                liveToday(day);
            }
            leaveRecordsToDo();
            reference().ifPresent(grant -> amendments.leaveToDo(grant, clock.today()));
        }
        LOG.info("""

                Thun is ready: http://localhost:{}
                Demonstration accounts, all with the password {}: {}
                The business day is {}; sign in as sa to move it.
                """, environment.getProperty("local.server.port", "8080"), DemoPerson.PASSWORD,
                String.join(" ", Arrays.stream(DemoPerson.values()).map(DemoPerson::username).toList()),
                clock.today());
    }

    private void openBankAccount() {
        Organisation grantee = organisations.grantees(PROGRAMME).get(0);
        if (grantee.bankAccount() == null) {
            organisations
                    .enterBankAccount(grantee.id(),
                            new NewBankAccount("ธนาคารตัวอย่าง", BANK_ACCOUNT, "โครงการตัวอย่าง (ข้อมูลสังเคราะห์)"),
                            people.actor(DemoPerson.GF))
                    .orElseThrow();
            organisations
                    .verifyBankAccount(grantee.id(), BANK_ACCOUNT, people.actor(DemoPerson.PO))
                    .orElseThrow();
        }
    }

    private void liveToday(LocalDate today) {
        for (DemoCase story : DemoCases.ALL) {
            if (today.isBefore(story.begins())) {
                continue;
            }
            String proposalId = proposalIds.computeIfAbsent(story, this::proposalId);
            desk.work(story, proposalId, today);
            grantId(proposalId).ifPresent(grantId -> desk.work(story, grantId, today));
        }
        enterRecords(today);
    }

    private String proposalId(DemoCase story) {
        return proposalOf(story).orElseGet(() -> begin(story)).id();
    }

    private Optional<String> grantId(String proposalId) {
        if (!grantIds.containsKey(proposalId)) {
            grantOf(proposalId).ifPresent(grant -> grantIds.put(proposalId, grant.id()));
        }
        return Optional.ofNullable(grantIds.get(proposalId));
    }

    private Proposal begin(DemoCase story) {
        Actor lead = people.actor(DemoPerson.GL);
        Outcome<String> begun = proposals.begin(
                new NewProposal(PROGRAMME, organisations.grantees(PROGRAMME).get(0).id(), story.title(), true), lead);
        return proposals.get(begun.orElseThrow());
    }

    private Optional<Proposal> proposalOf(DemoCase story) {
        return proposals
                .list(people.actor(DemoPerson.GL), new ProposalFilter(PROGRAMME, null, story.title().th()), 0, 1)
                .proposals()
                .stream()
                .findFirst();
    }

    private Optional<Grant> grantOf(String proposalId) {
        return grants.visibleTo(people.actor(DemoPerson.PO)).stream()
                .filter(grant -> grant.proposalId().equals(proposalId))
                .findFirst();
    }

    private Optional<Grant> reference() {
        return proposalOf(DemoCases.REFERENCE).map(Proposal::id).flatMap(this::grantOf).filter(grant -> grant.state() == GrantState.EFFECTIVE);
    }

    private void enterRecords(LocalDate today) {
        if (today.getDayOfMonth() != DAY_OF_ENTRIES && today.getDayOfMonth() != DAY_OF_VERIFICATION) {
            return;
        }
        reference().ifPresent(grant -> {
            int month = grant.months().monthOf(today);
            if (today.getDayOfMonth() == DAY_OF_VERIFICATION) {
                records.verifyWaiting(grant, people.actor(DemoPerson.RV));
                return;
            }
            records.enterMonth(grant, month, today, people.centresTogether());
            if (month == MONTH_OF_FIRST_ROUND + 1) {
                records.enterCourse(grant, 1, today, people.centresTogether());
            } else if (month == MONTH_OF_SECOND_ROUND + 1) {
                records.enterCourse(grant, 2, today, people.centresTogether());
            }
        });
    }

    /** Something to verify and something to finish for visitors from the centre. */
    private void leaveRecordsToDo() {
        reference().ifPresent(grant -> {
            Actor dataManager = people.actor(DemoPerson.CD);
            records.enterForVerification(grant, DemoPeople.CENTRE, clock.today(), dataManager);
            records.enterDuplicates(grant, DemoPeople.CENTRE, DemoPeople.NEIGHBOUR, clock.today(), people.centresTogether());
            records.beginDraft(grant, DemoPeople.CENTRE, clock.today(), dataManager);
        });
    }
}
