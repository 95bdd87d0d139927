package org.thun.grants.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditTrail;
import org.thun.grants.CaseStory;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.shared.LocalizedText;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.workflow.ProcessDiagrams;
import org.thun.workflow.ProcessDiagrams.Step;
import org.thun.workflow.ProcessRun;
import org.thun.workflow.Processes;

@Service
@Transactional(readOnly = true)
class CaseTeller implements CaseStory {

    /** Frames around steps: where they stand, their steps stand. */
    private static final Set<String> FRAMES = Set.of("subProcess", "multiInstanceBody");

    private final TaskDesk desk;
    private final AuditTrail audit;
    private final Processes processes;
    private final ProcessDiagrams diagrams;
    private final Accounts accounts;
    private final MessageSource messages;

    CaseTeller(
            TaskDesk desk,
            AuditTrail audit,
            Processes processes,
            ProcessDiagrams diagrams,
            Accounts accounts,
            MessageSource messages) {
        this.desk = desk;
        this.audit = audit;
        this.processes = processes;
        this.diagrams = diagrams;
        this.accounts = accounts;
        this.messages = messages;
    }

    @Override
    public List<Waiting> waiting(List<String> caseIds, Reader reader) {
        return caseIds.stream()
                .flatMap(caseId -> desk.ofCase(caseId).stream())
                .sorted(Comparator.comparing(OpenTask::dueOn).thenComparing(OpenTask::createdAt))
                .map(task -> new Waiting(task,
                        task.roles().contains(Role.PR) && !reader.reviewers() ? null : nameOf(task.assigneeId())))
                .toList();
    }

    @Override
    public List<Happening> timeline(List<String> caseIds, int offset, int limit, Reader reader) {
        return audit.timeline(caseIds, offset + limit).stream()
                .skip(offset)
                .map(entry -> happening(entry, reader))
                .toList();
    }

    @Override
    public List<Run> runs(List<String> caseIds) {
        return processes.ofCases(caseIds).stream()
                .sorted(Comparator.comparing(ProcessRun::startedAt).thenComparing(ProcessRun::runId).reversed())
                .map(run -> new Run(run, run.isOpen() ? standing(run) : List.of()))
                .toList();
    }

    @Override
    public Optional<RunSteps> run(List<String> caseIds, String runId) {
        return processes.run(runId)
                .filter(run -> caseIds.contains(run.caseId()))
                .map(run -> new RunSteps(run, diagrams.steps(runId).stream().map(this::view).toList()));
    }

    @Override
    public String drawing(String runId) {
        return diagrams.xml(runId);
    }

    private List<StepView> standing(ProcessRun run) {
        return diagrams.steps(run.runId()).stream()
                .filter(step -> step.until() == null && !FRAMES.contains(step.type()))
                .map(this::view)
                .toList();
    }

    private StepView view(Step step) {
        // Steps for people are named in every language; the model itself speaks Thai.
        String name = messages.getMessage("task." + step.elementId(), null, step.name(), LocaleContextHolder.getLocale());
        return new StepView(step.elementId(), name, step.since(), step.until(), step.failed());
    }

    private Happening happening(AuditEntry entry, Reader reader) {
        Role role = entry.roleCode() == null ? null : Role.valueOf(entry.roleCode());
        return new Happening(entry.seq(), entry.atTime(), word("audit.command." + entry.command(), entry.command()),
                role == Role.PR && !reader.reviewers() ? null : who(entry), role,
                entry.forAccountId() == null ? null : named(entry.forAccountId(), entry.forAccountName()),
                entry.toState() == null
                        ? null
                        : word("audit.state." + entry.objectType() + "." + entry.toState(), null),
                reader.reasons() ? entry.reason() : null);
    }

    private LocalizedText who(AuditEntry entry) {
        if (entry.accountId() == null) {
            return Actor.SYSTEM.name();
        }
        return named(entry.accountId(), entry.accountName());
    }

    private LocalizedText named(String accountId, String nameThen) {
        LocalizedText known = nameOf(accountId);
        return known == null ? new LocalizedText(nameThen, null) : known;
    }

    private LocalizedText nameOf(String accountId) {
        return accountId == null ? null : accounts.nameOf(accountId).orElse(null);
    }

    private String word(String key, String otherwise) {
        return messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
    }
}
