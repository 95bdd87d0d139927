package org.thun.imports.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.imports.RowKind;
import org.thun.workflow.DailyWork;

/** Works on the imports in a test: a part of each, or all there is. */
@Component
public class ImportMachine {

    private final ImportMapper imports;
    private final ImportRunner runner;
    private final ImportWork work;
    private final ForgottenRows forgotten;

    ImportMachine(ImportMapper imports, ImportRunner runner, ImportWork work, ForgottenRows forgotten) {
        this.imports = imports;
        this.runner = runner;
        this.work = work;
        this.forgotten = forgotten;
    }

    public void run() {
        runner.run();
    }

    /** One part of each file that waits. */
    public void round() {
        runner.round();
    }

    /** All that is left of one file, by a machine that has just started and remembers nothing. */
    void takeUp(String importId) {
        ImportWork.Memory memory = new ImportWork.Memory();
        boolean more = true;
        while (more) {
            more = work.step(importId, memory);
        }
    }

    /** One part of one file, by a machine of that memory. */
    boolean step(String importId, ImportWork.Memory memory) {
        return work.step(importId, memory);
    }

    DailyWork forgetting() {
        return forgotten;
    }

    boolean keeps(String importId) {
        return imports.part(importId, 1).isPresent() || !imports.rows(importId, RowKind.REFUSED, 0, 1).isEmpty();
    }

    List<String> working() {
        return imports.working();
    }
}
