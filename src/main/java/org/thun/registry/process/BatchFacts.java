package org.thun.registry.process;

import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.registry.Batch;
import org.thun.registry.Batches;
import org.thun.registry.Batches.Sampled;
import org.thun.registry.Finding;
import org.thun.identity.Actor;
import org.thun.tasks.FactSheet;
import org.thun.tasks.FactSheet.Check;
import org.thun.tasks.FactSheet.Fact;
import org.thun.tasks.FactSheet.Section;
import org.thun.tasks.FactSheet.Table;

/** What the verifiers see beside the forms of a batch. */
@Component
class BatchFacts {

    private final Batches batches;

    BatchFacts(Batches batches) {
        this.batches = batches;
    }

    FactSheet toCheck(Batch batch) {
        return FactSheet.of(whole(batch), new Section("registry.batch.sample", List.of(
                Fact.of("registry.batch.judged", batch.found().judged()),
                Fact.of("registry.batch.unjudged", batch.sampleSize() - batch.found().judged()),
                new Fact("registry.batch.judge.page", batch.number(), batch.path() + "/sample")), null, List.of()));
    }

    FactSheet toDecide(Batch batch, Actor actor) {
        List<List<Object>> wrong = batches.sample(batch.id(), actor).stream()
                .filter(sampled -> sampled.finding() == Finding.WRONG)
                .map(BatchFacts::row)
                .toList();
        return FactSheet.of(whole(batch),
                Section.facts("registry.batch.result",
                        Fact.of("registry.batch.wrong", batch.found().wrong()),
                        Fact.of("registry.batch.judged", batch.found().judged()),
                        Fact.of("registry.batch.percent", batch.found().percent()),
                        Fact.of("registry.batch.lower", batch.found().lower()),
                        Fact.of("registry.batch.upper", batch.found().upper())),
                Section.checks("registry.batch.rule", List.of(new Check("BR-22", "registry.batch.withinLimit",
                        List.of(batch.limitPercent()), !batch.aboveLimit(), "registry.batch.mustReturn"))),
                Section.table("registry.batch.wrongOnes",
                        new Table(List.of("registry.number", "registry.record", "registry.reason"), wrong)));
    }

    private static Section whole(Batch batch) {
        return new Section("registry.batch", List.of(
                new Fact("registry.batch.number", batch.number(), batch.path()),
                Fact.of("registry.batch.purpose", batch.purpose()),
                Fact.of("registry.register", batch.register()),
                Fact.of("registry.batch.quarter", batch.quarter().days()),
                Fact.of("registry.batch.size", batch.size()),
                Fact.of("registry.batch.checked", batch.checked()),
                Fact.of("registry.batch.sampleSize", batch.sampleSize())), null, List.of());
    }

    private static List<Object> row(Sampled sampled) {
        return Table.row(sampled.record().number(), sampled.record().facts().fullName(), sampled.reason());
    }
}
