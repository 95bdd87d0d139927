package org.thun.grants;

import java.util.List;
import org.thun.identity.Actor;
import org.thun.tasks.FactSheet;

/** What a module adds to the overview of the case file: the few facts everybody asks for first. */
public interface CasePanel {

    /** Place on the overview. */
    int order();

    /** The facts this person may see; empty if none. */
    List<FactSheet.Section> sections(Grant grant, Actor actor);
}
