package org.thun.registry.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.thun.registry.CitizenNumber;
import org.thun.registry.LawfulGround;
import org.thun.registry.RecordFacts;
import org.thun.registry.internal.IdentityKeys.Hash;
import org.thun.registry.internal.IdentityMapper.IdentityRow;
import org.thun.shared.Problem;

/**
 * Keeps of a citizen number what may be kept: a keyed hash and its last four digits, while the person consents (BR-19,
 * BR-39). Called inside the door's transaction.
 */
@Component
class Identities {

    private final IdentityMapper identities;
    private final IdentityKeys keys;

    Identities(IdentityMapper identities, IdentityKeys keys) {
        this.identities = identities;
        this.keys = keys;
    }

    /** What is wrong with the citizen number of a record, if it has one. */
    List<Problem> problems(RecordFacts facts) {
        if (facts.citizenNumber() == null) {
            return List.of();
        }
        if (!keys.present()) {
            return List.of(problem("registry.problem.citizenNumber.noKey"));
        }
        if (!RecordRules.personal(facts.register()) || facts.ground() != LawfulGround.CONSENT) {
            return List.of(problem("registry.problem.citizenNumber.consent"));
        }
        return CitizenNumber.read(facts.citizenNumber()).isEmpty()
                ? List.of(problem("registry.problem.citizenNumber.check"))
                : List.of();
    }

    /** Keeps the numbers of new records. */
    void keep(Collection<RecordFacts> facts) {
        List<IdentityRow> rows = facts.stream().flatMap(each -> row(each).stream()).toList();
        if (!rows.isEmpty()) {
            identities.insert(rows);
        }
    }

    /** After corrections: a new number takes the place of the old one; without consent none is kept. */
    void replace(Collection<RecordFacts> facts) {
        List<RecordFacts> told = facts.stream()
                .filter(each -> each.citizenNumber() != null || each.ground() != LawfulGround.CONSENT)
                .toList();
        if (!told.isEmpty()) {
            identities.delete(told.stream().map(RecordFacts::id).toList());
            keep(told);
        }
    }

    /** Nothing is kept of the number of somebody who has withdrawn. */
    void forget(Collection<String> recordIds) {
        identities.delete(recordIds);
    }

    /** The masked numbers of those of the records that have one. */
    Map<String, String> masked(Collection<String> recordIds) {
        return recordIds.isEmpty()
                ? Map.of()
                : identities.of(recordIds).stream().collect(Collectors.toMap(IdentityRow::recordId,
                        row -> CitizenNumber.masked(row.numberEnding())));
    }

    private Optional<IdentityRow> row(RecordFacts facts) {
        return Optional.ofNullable(facts.citizenNumber()).flatMap(CitizenNumber::read).map(number -> {
            Hash hash = keys.hash(number);
            // Now that the number is known again, what was kept of it under a former key can be brought to the present one.
            keys.hashes(number).stream().skip(1).forEach(former ->
                    identities.rehash(former.hash(), hash.keyId(), hash.hash()));
            return new IdentityRow(facts.id(), hash.keyId(), hash.hash(), number.ending());
        });
    }

    private static Problem problem(String messageKey) {
        return Problem.at("citizenNumber", messageKey).under("BR-19");
    }
}
