package org.thun.disbursement.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thun.disbursement.Disbursements;
import org.thun.disbursement.Statement;
import org.thun.disbursement.Tranche;
import org.thun.grants.CasePanel;
import org.thun.grants.CaseTab;
import org.thun.grants.Grant;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Role;
import org.thun.tasks.FactSheet.Fact;
import org.thun.tasks.FactSheet.Section;
import org.thun.web.NavigationEntry;

/** Where money is found: the desk of finance, a tab and a panel of the case file. */
@Configuration(proxyBeanMethods = false)
class MoneyPlaces {

    static final String TAB = "money";

    @Bean
    NavigationEntry disbursementDeskEntry() {
        return NavigationEntry.of(450, "/disbursement", "disbursement.desk", MoneyPlaces::worksWithMoney);
    }

    @Bean
    CaseTab moneyTab() {
        return new MoneyTab();
    }

    @Bean
    CasePanel moneyPanel(Disbursements disbursements) {
        return new MoneyPanel(disbursements);
    }

    /** The funder's people who check, make, approve or pay. */
    static boolean worksWithMoney(Actor actor) {
        return actor.mayAnywhere(Action.CHECK, ObjectKind.TRANCHE)
                || actor.mayAnywhere(Action.APPROVE, ObjectKind.TRANCHE)
                || actor.roles().contains(Role.FM);
    }

    private static final class MoneyTab implements CaseTab {

        @Override
        public int order() {
            return 400;
        }

        @Override
        public String path() {
            return TAB;
        }

        @Override
        public String messageKey() {
            return "disbursement.tab";
        }

        @Override
        public boolean visibleTo(Actor actor, Grant grant) {
            return actor.may(Action.READ, ObjectKind.TRANCHE, grant.scope());
        }
    }

    private record MoneyPanel(Disbursements disbursements) implements CasePanel {

        @Override
        public int order() {
            return 300;
        }

        @Override
        public List<Section> sections(Grant grant, Actor actor) {
            if (!actor.may(Action.READ, ObjectKind.TRANCHE, grant.scope())
                    || disbursements.tranches(grant.id()).isEmpty()) {
                return List.of();
            }
            String money = grant.path() + "/" + TAB;
            Statement statement = disbursements.statement(grant.id());
            List<Section> sections = new ArrayList<>();
            sections.add(Section.facts("disbursement.panel.money",
                    new Fact("disbursement.received", statement.received(), money),
                    new Fact("disbursement.spent", statement.spent(), money),
                    new Fact("disbursement.balance", statement.balance(), money)));
            disbursements.next(grant.id()).ifPresent(next -> sections.addAll(next(grant, next, money)));
            return sections;
        }

        private List<Section> next(Grant grant, Tranche next, String money) {
            Section facts = Section.facts("disbursement.panel.next",
                    new Fact("disbursement.tranche", Integer.toString(next.no()), money),
                    Fact.of("disbursement.ceiling", next.ceiling()),
                    Fact.of("disbursement.state", next.state()));
            return next.state().isPaid()
                    ? List.of(facts)
                    : List.of(facts, Section.checks("disbursement.facts.gates",
                            disbursements.gates(grant.id(), next.no()).checks()));
        }
    }
}
