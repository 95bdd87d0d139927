package org.thun.evaluation;

import java.time.LocalDate;
import java.util.List;
import org.thun.identity.Role;
import org.thun.shared.LocalizedText;

/**
 * Somebody who could evaluate.
 *
 * @param accountId account of the person
 * @param name name of the person
 * @param ties posts that tie the person to this grant now or within the months the programme names (SD3)
 * @param recused whether the person has declared a conflict for this evaluation before
 */
public record Candidate(String accountId, LocalizedText name, List<Tie> ties, boolean recused) {

    public Candidate {
        ties = List.copyOf(ties);
    }

    /** Whether the person may be asked. */
    public boolean isFree() {
        return ties.isEmpty() && !recused;
    }

    /**
     * A post that ties a person to the grant.
     *
     * @param role the post
     * @param from its first day
     * @param to its last day, or {@code null} while it runs
     */
    public record Tie(Role role, LocalDate from, LocalDate to) {}
}
