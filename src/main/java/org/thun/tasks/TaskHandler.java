package org.thun.tasks;

import java.util.Map;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;

/**
 * What stands behind one form: the facts shown beside it and the command it submits. A form has exactly one handler, and
 * the keys of the form are exactly the components of the command; the start-up check refuses anything else.
 *
 * @param <C> the command, a record
 */
public interface TaskHandler<C extends Record> {

    /** Id of the form. */
    String formKey();

    Class<C> commandType();

    /** What the person needs to decide: facts, what the form begins with, choices of its lists. */
    TaskPage page(OpenTask task, Actor actor);

    /**
     * Carries the command out. Runs in the transaction that also completes the task; a refusal rolls everything back.
     *
     * @param actor the person, acting in the role that opened the task
     * @return decisions for the process ({@code String}, {@code Boolean}, numbers), or what stands against the command
     */
    Outcome<Map<String, Object>> complete(OpenTask task, C command, Actor actor);
}
