package org.thun.identity.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.thun.identity.Scope;
import org.thun.identity.ScopeChoices;
import org.thun.identity.ScopeChoices.Choice;
import org.thun.identity.ScopeKind;
import org.thun.shared.LocalizedText;
import org.thun.shared.Problem;

/** What posts can be given for: what the owners of programmes, organisations, … offer, or else an id of the right form. */
@Component
class ScopeDirectory {

    private static final Pattern ID = Pattern.compile("[0-9a-hjkmnp-tv-z]{26}");
    private static final Map<ScopeKind, Pattern> FORMS = Map.of(
            ScopeKind.ALL, Pattern.compile("\\*"),
            ScopeKind.PROGRAMME, Pattern.compile("[a-z0-9][a-z0-9-]{1,59}"),
            ScopeKind.ORGANISATION, ID,
            ScopeKind.GRANT, ID,
            ScopeKind.CENTRE, Pattern.compile("[a-z0-9][a-z0-9-]{1,59}/[A-Za-z0-9._-]{1,20}"));

    private final ObjectProvider<ScopeChoices> owners;

    ScopeDirectory(ObjectProvider<ScopeChoices> owners) {
        this.owners = owners;
    }

    List<ScopeChoices> all() {
        return owners.orderedStream().toList();
    }

    Optional<Problem> check(ScopeKind kind, String scopeId) {
        List<ScopeChoices> known = owners.stream().filter(owner -> owner.kind() == kind).toList();
        boolean fits = known.isEmpty()
                ? FORMS.get(kind).matcher(scopeId).matches()
                : known.stream().anyMatch(owner -> find(owner, scopeId).isPresent());
        return fits ? Optional.empty() : Optional.of(Problem.at("scope", "identity.problem.post.scope"));
    }

    /** Where that scope lies, from wide to narrow; several for an organisation in several programmes, none if not known. */
    List<Scope> scopes(ScopeKind kind, String scopeId) {
        return switch (kind) {
            case ALL -> List.of(Scope.GLOBAL);
            case PROGRAMME -> List.of(Scope.ofProgramme(scopeId));
            case CENTRE -> {
                int slash = scopeId.lastIndexOf('/');
                yield List.of(Scope.ofProgramme(scopeId.substring(0, slash)).atCentre(scopeId.substring(slash + 1)));
            }
            case ORGANISATION, GRANT -> owners.stream()
                    .filter(owner -> owner.kind() == kind)
                    .flatMap(owner -> owner.scopesOf(scopeId).stream())
                    .toList();
        };
    }

    Optional<LocalizedText> name(ScopeKind kind, String scopeId) {
        return owners.stream()
                .filter(owner -> owner.kind() == kind)
                .flatMap(owner -> find(owner, scopeId).stream())
                .map(Choice::name)
                .findFirst();
    }

    private static Optional<Choice> find(ScopeChoices owner, String scopeId) {
        return owner.choices().stream()
                .filter(choice -> choice.scopeId().equals(scopeId))
                .findFirst();
    }
}
