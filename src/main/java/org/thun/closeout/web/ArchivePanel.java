package org.thun.closeout.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.closeout.GrantArchive;
import org.thun.closeout.GrantArchive.Retention;
import org.thun.grants.CasePanel;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.tasks.FactSheet.Fact;
import org.thun.tasks.FactSheet.Section;

/** On the overview of a closed grant: that it is read only, and until when it is kept (BR-38). */
@Component
class ArchivePanel implements CasePanel {

    private final GrantArchive archive;

    ArchivePanel(GrantArchive archive) {
        this.archive = archive;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public List<Section> sections(Grant grant, Actor actor) {
        return archive.retention(grant).map(retention -> List.of(section(grant, retention, actor))).orElse(List.of());
    }

    private Section section(Grant grant, Retention retention, Actor actor) {
        return Section.facts("closeout.archive.title",
                Fact.of("closeout.archive.closedOn", retention.closedOn()),
                new Fact("closeout.archive.keptUntil", retention.keptUntil(),
                        archive.mayRead(grant, actor) ? grant.path() + "/close-out#archive" : null));
    }
}
