package org.thun.identity;

import java.util.List;
import org.thun.shared.LocalizedText;

/** What posts of one kind of scope can be given for. Implemented by the modules that own programmes, organisations, …. */
public interface ScopeChoices {

    /** The kind of scope this speaks of. */
    ScopeKind kind();

    /** What exists now, in the order to show it. */
    List<Choice> choices();

    /**
     * Where the thing with that id belongs, from wide to narrow: more than one where it takes part in several programmes,
     * none where that is not known. Tells what is within what, where the id itself does not say it.
     */
    default List<Scope> scopesOf(String scopeId) {
        return List.of();
    }

    /**
     * Something a post can be given for.
     *
     * @param scopeId its id, as {@link Post#scopeId} names it
     * @param name what people call it
     */
    record Choice(String scopeId, LocalizedText name) {}
}
