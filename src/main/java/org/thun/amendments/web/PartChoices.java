package org.thun.amendments.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.thun.activities.ActivityPlans;
import org.thun.activities.Occurrence;
import org.thun.activities.OccurrenceState;
import org.thun.amendments.AmendmentKind;
import org.thun.amendments.TerminationReason;
import org.thun.disbursement.Disbursements;
import org.thun.disbursement.TrancheState;
import org.thun.grants.AgreementTerm;
import org.thun.grants.AgreementChanges;
import org.thun.grants.AgreementVersion;
import org.thun.grants.BudgetLine;
import org.thun.grants.Grant;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.indicators.IndicatorQueries;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReports;
import org.thun.shared.BusinessClock;
import org.thun.shared.DateRange;
import org.thun.shared.LocalizedText;
import org.thun.web.Choice;
import org.thun.web.Formats;

/** The choices of a part's form: what there is to change. */
@Component
class PartChoices {

    private static final List<Role> POSTS = List.of(Role.GL, Role.GC, Role.GF);

    private final Programmes programmes;
    private final AgreementChanges agreements;
    private final ActivityPlans plans;
    private final IndicatorQueries indicators;
    private final PeriodReports reports;
    private final Disbursements disbursements;
    private final Accounts accounts;
    private final BusinessClock clock;
    private final Formats formats;

    PartChoices(
            Programmes programmes,
            AgreementChanges agreements,
            ActivityPlans plans,
            IndicatorQueries indicators,
            PeriodReports reports,
            Disbursements disbursements,
            Accounts accounts,
            BusinessClock clock,
            Formats formats) {
        this.programmes = programmes;
        this.agreements = agreements;
        this.plans = plans;
        this.indicators = indicators;
        this.reports = reports;
        this.disbursements = disbursements;
        this.accounts = accounts;
        this.clock = clock;
        this.formats = formats;
    }

    /** A month of the grant, with the days it stands for. */
    record Month(int no, DateRange days) {}

    void into(Grant grant, AmendmentKind kind, Model model) {
        ProgrammeDefinition definition = programmes.version(grant.programmeKey(), grant.programmeVersion());
        List<AgreementVersion> versions = agreements.versions(grant.id());
        AgreementVersion current = versions.get(versions.size() - 1);
        List<Choice> activities = definition.activities().stream()
                .map(activity -> new Choice(activity.code(), named(activity.code(), activity.title())))
                .toList();
        List<Choice> heads = definition.costHeads().stream().map(head -> new Choice(head.code(), head.text())).toList();
        switch (kind) {
            case TIME -> model.addAttribute("longest",
                    definition.amendments().longestExtension(versions.get(0).durationMonths()));
            case BUDGET -> {
                model.addAttribute("cells", cells(current, definition));
                model.addAttribute("activities", activities);
                model.addAttribute("heads", heads);
            }
            case TARGET -> model.addAttribute("measurements", indicators.measure(grant, clock.today()));
            case ACTIVITY_MOVE, ACTIVITY_ADD, ACTIVITY_CANCEL -> {
                model.addAttribute("occurrences", occurrences(grant, definition));
                model.addAttribute("activities", activities);
                model.addAttribute("heads", heads);
                // A request may also ask for more time: months beyond the present end can be chosen with it.
                int last = current.durationMonths()
                        + definition.amendments().longestExtension(versions.get(0).durationMonths());
                model.addAttribute("planMonths", IntStream.rangeClosed(1, last)
                        .mapToObj(no -> new Month(no, grant.months().month(no)))
                        .filter(month -> !month.days().to().isBefore(clock.today()))
                        .toList());
            }
            case PARTNER -> model.addAttribute("centres", definition.centres().stream()
                    .map(centre -> new Choice(centre.code(), named(centre.code(), centre.name())))
                    .toList());
            case SCOPE -> model.addAttribute("subjects", current.terms().stream()
                    .filter(term -> term.kind() == AgreementTerm.Kind.SCOPE)
                    .map(AgreementTerm::subject)
                    .toList());
            case PEOPLE -> {
                model.addAttribute("roles", POSTS);
                model.addAttribute("holders", holders(grant));
            }
            case TERMINATION -> model.addAttribute("reasons", TerminationReason.values());
            case TRANCHES -> model.addAttribute("reportPeriods",
                    reports.ofGrant(grant.id()).stream().map(PeriodReport::no).toList());
            case DUE_DAYS, BANK, SUSPENSION, RESUMPTION -> { }
        }
    }

    /** The tranches that nobody has asked for, as the agreement has them. */
    List<PartForm.TrancheForm> tranches(Grant grant) {
        return disbursements.tranches(grant.id()).stream()
                .filter(tranche -> (tranche.state() == TrancheState.PLANNED || tranche.state() == TrancheState.ELIGIBLE)
                        && tranche.requested() == null)
                .map(tranche -> new PartForm.TrancheForm(Integer.toString(tranche.no()), formats.money(tranche.agreed()),
                        tranche.afterPeriod() == null || tranche.openedOn() != null
                                ? null
                                : tranche.afterPeriod().toString()))
                .toList();
    }

    private List<Choice> cells(AgreementVersion current, ProgrammeDefinition definition) {
        List<Choice> cells = new ArrayList<>();
        for (BudgetLine line : current.budget()) {
            LocalizedText activity = definition.activity(line.activityCode()).orElseThrow().title();
            LocalizedText head = definition.costHeads().stream()
                    .filter(item -> item.code().equals(line.costHead()))
                    .findFirst()
                    .orElseThrow()
                    .text();
            String amount = " · " + formats.money(line.amount());
            cells.add(new Choice(line.activityCode() + PartForm.CELL + line.costHead(), new LocalizedText(
                    line.activityCode() + " " + activity.th() + " · " + head.th() + amount,
                    line.activityCode() + " " + (activity.en() == null ? activity.th() : activity.en()) + " · "
                            + (head.en() == null ? head.th() : head.en()) + amount)));
        }
        return cells;
    }

    private List<Choice> occurrences(Grant grant, ProgrammeDefinition definition) {
        return plans.ofGrant(grant.id()).stream()
                .filter(occurrence -> occurrence.state() == OccurrenceState.PLANNED
                        || occurrence.state() == OccurrenceState.READY
                        || occurrence.state() == OccurrenceState.IN_PROGRESS)
                .map(occurrence -> new Choice(occurrence.id(), named(occurrence, definition)))
                .toList();
    }

    private LocalizedText named(Occurrence occurrence, ProgrammeDefinition definition) {
        LocalizedText title = definition.activity(occurrence.activityCode()).orElseThrow().title();
        String form = occurrence.activityCode() + " %s (" + occurrence.no() + ") · " + formats.range(occurrence.days());
        return new LocalizedText(form.formatted(title.th()), form.formatted(title.en() == null ? title.th() : title.en()));
    }

    private List<Choice> holders(Grant grant) {
        List<Choice> holders = new ArrayList<>();
        for (Role role : POSTS) {
            for (Actor holder : accounts.holders(role, grant.scope())) {
                String suffix = " (" + role + ")";
                holders.add(new Choice(holder.accountId(), new LocalizedText(holder.name().th() + suffix,
                        (holder.name().en() == null ? holder.name().th() : holder.name().en()) + suffix)));
            }
        }
        return holders;
    }

    private static LocalizedText named(String code, LocalizedText title) {
        return new LocalizedText(code + " " + title.th(), title.en() == null ? null : code + " " + title.en());
    }
}
