package org.thun.evaluation.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.thun.evaluation.Assessment;
import org.thun.evaluation.AssessmentText;
import org.thun.evaluation.Assignment;
import org.thun.evaluation.Candidate;
import org.thun.evaluation.Evaluation;
import org.thun.evaluation.EvaluationDesk;
import org.thun.evaluation.FactComment;
import org.thun.evaluation.ProposedAction;
import org.thun.evaluation.Rating;
import org.thun.evaluation.Recommendation;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.programmes.CodeItem;
import org.thun.programmes.EvaluationPolicy.RatingScale;
import org.thun.programmes.Programmes;
import org.thun.shared.LocalizedText;
import org.thun.tasks.FactSheet;
import org.thun.tasks.FactSheet.Fact;
import org.thun.tasks.FactSheet.Section;
import org.thun.tasks.FactSheet.Table;
import org.thun.tasks.TaskPage.Option;

/** What is shown beside the forms of an evaluation. */
@Component
class EvaluationFacts {

    private final EvaluationDesk desk;
    private final Grants grants;
    private final Programmes programmes;

    EvaluationFacts(EvaluationDesk desk, Grants grants, Programmes programmes) {
        this.desk = desk;
        this.grants = grants;
        this.programmes = programmes;
    }

    /** What is evaluated, and when. */
    Section subject(String evaluationId) {
        Evaluation evaluation = desk.get(evaluationId);
        Grant grant = grants.get(evaluation.grantId());
        return Section.facts("evaluation.facts.subject",
                new Fact("evaluation.grant", grant.number(), grant.path()),
                Fact.of("evaluation.project", grant.title()),
                Fact.of("evaluation.grantee", grant.granteeName()),
                Fact.of("evaluation.term", grant.term()),
                Fact.of("evaluation.title", evaluation.title()),
                Fact.of("evaluation.month", Integer.toString(evaluation.grantMonth())),
                Fact.of("evaluation.dueOn", evaluation.dueOn()));
    }

    /** Everybody who could be asked, with what ties them to the grant. */
    Section candidates(List<Candidate> candidates) {
        List<List<Object>> rows = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (candidate.ties().isEmpty()) {
                rows.add(Table.row(candidate.name(), null, null, candidate.recused()));
            }
            candidate.ties().forEach(tie -> rows.add(Table.row(candidate.name(), tie.role().name(), tie.from(),
                    candidate.recused())));
        }
        return Section.table("evaluation.facts.candidates", new Table(
                List.of("evaluation.evaluator", "evaluation.tie", "evaluation.tieFrom", "evaluation.recused"), rows));
    }

    /** Who was asked before, and what came of it. */
    Section asked(String evaluationId) {
        return Section.table("evaluation.facts.asked", new Table(
                List.of("evaluation.evaluator", "evaluation.assignedOn", "evaluation.state", "evaluation.declaration"),
                desk.get(evaluationId).assignments().stream()
                        .map(EvaluationFacts::askedRow)
                        .toList()));
    }

    private static List<Object> askedRow(Assignment assignment) {
        return Table.row(assignment.evaluatorName(), assignment.assignedOn(), assignment.state(),
                assignment.declaration());
    }

    /** The assessment as it stands. */
    List<Section> assessment(String evaluationId) {
        Assessment assessment = desk.assessment(evaluationId).orElseThrow();
        AssessmentText text = assessment.text();
        RatingScale scale = scale(evaluationId);
        Map<String, LocalizedText> levels = labels(scale.levels());
        Map<String, LocalizedText> criteria = labels(scale.criteria());
        List<Section> sections = new ArrayList<>();
        sections.add(Section.facts("evaluation.facts.assessment",
                Fact.of("evaluation.filedOn", assessment.filedOn()),
                Fact.of("evaluation.method", text.method()),
                Fact.of("evaluation.findings", text.findings()),
                Fact.of("evaluation.overall", levels.get(text.overallLevel())),
                Fact.of("evaluation.overallReason", text.overallReason()),
                Fact.of("evaluation.returnReason", assessment.returnReason())));
        sections.add(Section.table("evaluation.facts.ratings", new Table(
                List.of("evaluation.criterion", "evaluation.level", "evaluation.reason"),
                text.ratings().stream().map(rating -> row(rating, criteria, levels)).toList())));
        sections.add(Section.table("evaluation.facts.recommendations", new Table(
                List.of("evaluation.recommendation", "evaluation.importance", "evaluation.actionDueOn"),
                text.recommendations().stream().map(EvaluationFacts::row).toList())));
        return sections;
    }

    private static List<Object> row(
            Rating rating, Map<String, LocalizedText> criteria, Map<String, LocalizedText> levels) {
        return Table.row(criteria.get(rating.criterion()), levels.get(rating.level()), rating.reason());
    }

    private static List<Object> row(ProposedAction action) {
        return Table.row(action.text(), action.importance(), action.dueOn());
    }

    /** The grantee's comments, with the answers given so far. */
    Section comments(List<FactComment> comments) {
        return Section.table("evaluation.facts.comments", new Table(
                List.of("evaluation.commentNo", "evaluation.comment", "evaluation.answer"),
                comments.stream()
                        .map(comment -> Table.row(comment.no(), comment.text(), comment.answer()))
                        .toList()));
    }

    /** The recommendations that wait for an answer. */
    Section recommendations(List<Recommendation> recommendations) {
        return Section.table("evaluation.facts.recommendations", new Table(
                List.of("evaluation.recommendationNo", "evaluation.recommendation", "evaluation.importance",
                        "evaluation.actionDueOn"),
                recommendations.stream()
                        .map(one -> Table.row(one.no(), one.text(), one.importance(), one.dueOn()))
                        .toList()));
    }

    FactSheet sheet(Section first, List<Section> more) {
        List<Section> sections = new ArrayList<>();
        sections.add(first);
        sections.addAll(more);
        return new FactSheet(sections);
    }

    RatingScale scale(String evaluationId) {
        Grant grant = grants.get(desk.get(evaluationId).grantId());
        return programmes.version(grant.programmeKey(), grant.programmeVersion()).evaluation().scale();
    }

    /** Choices of the assessment forms. */
    Map<String, List<Option>> options(String evaluationId) {
        RatingScale scale = scale(evaluationId);
        return Map.of("criteria", options(scale.criteria()), "levels", options(scale.levels()));
    }

    private static List<Option> options(List<CodeItem> items) {
        return items.stream().map(item -> new Option(item.code(), item.text())).toList();
    }

    private static Map<String, LocalizedText> labels(List<CodeItem> items) {
        return items.stream().collect(Collectors.toMap(CodeItem::code, CodeItem::text));
    }
}
