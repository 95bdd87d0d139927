package org.thun.proposals.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.thun.grants.BudgetLine;
import org.thun.programmes.Activity;
import org.thun.programmes.CodeItem;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.proposals.ProposalContent;
import org.thun.proposals.ProposalVersion;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;

/**
 * Versions of a proposal side by side.
 *
 * @param versions the versions, oldest first
 * @param rows what they say, field by field
 * @param budget what they ask for, cell by cell
 */
record VersionTable(List<ProposalVersion> versions, List<Row> rows, List<BudgetRow> budget) {

    /** A field over all versions. */
    record Row(String labelKey, List<Cell> cells) {}

    /** What one version says in a field, and whether that differs from the version before. */
    record Cell(Object value, boolean changed) {}

    /** A budget cell over all versions. */
    record BudgetRow(String activityCode, LocalizedText activity, LocalizedText costHead, List<Cell> cells) {}

    static VersionTable of(List<ProposalVersion> versions, ProgrammeDefinition programme) {
        List<ProposalContent> contents = versions.stream().map(ProposalVersion::content).toList();
        return new VersionTable(versions, List.of(
                row("proposals.facts.title", contents, ProposalContent::title),
                row("proposals.facts.months", contents, ProposalContent::durationMonths),
                row("proposals.facts.plannedStart", contents, ProposalContent::plannedStart),
                row("proposals.facts.amount", contents, ProposalContent::amount),
                row("proposals.facts.summary", contents, ProposalContent::summary),
                row("proposals.facts.objectives", contents, ProposalContent::objectives)), budget(contents, programme));
    }

    private static Row row(String labelKey, List<ProposalContent> contents, Function<ProposalContent, Object> field) {
        return new Row(labelKey, cells(contents.stream().map(field).toList()));
    }

    private static List<BudgetRow> budget(List<ProposalContent> contents, ProgrammeDefinition programme) {
        Map<String, BudgetLine> lines = new LinkedHashMap<>();
        contents.forEach(content -> content.budget().forEach(line -> lines.putIfAbsent(key(line), line)));
        List<BudgetRow> rows = new ArrayList<>();
        lines.forEach((key, line) -> rows.add(new BudgetRow(line.activityCode(),
                programme.activity(String.valueOf(line.activityCode())).map(Activity::title).orElse(null),
                programme.costHeads().stream()
                        .filter(head -> head.code().equals(line.costHead()))
                        .map(CodeItem::text)
                        .findFirst()
                        .orElse(null),
                cells(contents.stream().map(content -> amount(content, key)).toList()))));
        return rows;
    }

    private static Object amount(ProposalContent content, String key) {
        List<Money> amounts = content.budget().stream()
                .filter(line -> key(line).equals(key) && line.amount() != null)
                .map(BudgetLine::amount)
                .toList();
        return amounts.isEmpty() ? null : Money.sum(amounts);
    }

    private static String key(BudgetLine line) {
        return line.activityCode() + "|" + line.costHead();
    }

    private static List<Cell> cells(List<Object> values) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            cells.add(new Cell(values.get(i), i > 0 && !Objects.equals(values.get(i), values.get(i - 1))));
        }
        return cells;
    }
}
