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
     * Something a post can be given for.
     *
     * @param scopeId its id, as {@link Post#scopeId} names it
     * @param name what people call it
     */
    record Choice(String scopeId, LocalizedText name) {}
}
