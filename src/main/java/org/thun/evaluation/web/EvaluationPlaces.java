package org.thun.evaluation.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thun.evaluation.Assignment;
import org.thun.evaluation.Evaluation;
import org.thun.evaluation.Evaluations;
import org.thun.grants.CasePanel;
import org.thun.grants.CaseTab;
import org.thun.grants.Grant;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.tasks.FactSheet.Section;
import org.thun.tasks.FactSheet.Table;
import org.thun.web.NavigationEntry;

/** Where evaluations are found: the desk, a tab and a panel of the case file. */
@Configuration(proxyBeanMethods = false)
class EvaluationPlaces {

    static final String TAB = "evaluation";

    @Bean
    NavigationEntry evaluationDeskEntry() {
        return NavigationEntry.of(500, "/evaluation", "evaluation.desk",
                actor -> actor.mayAnywhere(Action.SUBMIT, ObjectKind.ASSESSMENT)
                        || actor.mayAnywhere(Action.CHECK, ObjectKind.ASSESSMENT));
    }

    @Bean
    CaseTab evaluationTab() {
        return new EvaluationTab();
    }

    @Bean
    CasePanel evaluationPanel(Evaluations evaluations) {
        return new EvaluationPanel(evaluations);
    }

    private static final class EvaluationTab implements CaseTab {

        @Override
        public int order() {
            return 600;
        }

        @Override
        public String path() {
            return TAB;
        }

        @Override
        public String messageKey() {
            return "evaluation.tab";
        }

        @Override
        public boolean visibleTo(Actor actor, Grant grant) {
            return actor.may(Action.READ, ObjectKind.EVALUATION_ASSIGNMENT, grant.scope())
                    || actor.may(Action.READ, ObjectKind.ASSESSMENT, grant.scope());
        }
    }

    private record EvaluationPanel(Evaluations evaluations) implements CasePanel {

        @Override
        public int order() {
            return 600;
        }

        @Override
        public List<Section> sections(Grant grant, Actor actor) {
            List<Evaluation> known = evaluations.ofGrant(grant, actor);
            if (known.isEmpty()) {
                return List.of();
            }
            List<List<Object>> rows = new ArrayList<>();
            known.forEach(one -> rows.add(Table.row(one.title(), one.dueOn(), one.state(),
                    one.assignment().map(Assignment::evaluatorName).orElse(null))));
            return List.of(Section.table("evaluation.panel", new Table(
                    List.of("evaluation.title", "evaluation.dueOn", "evaluation.state", "evaluation.evaluator"), rows)));
        }
    }
}
