package org.thun.audit.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditSearch;
import org.thun.audit.AuditStreams;
import org.thun.audit.AuditTrail;
import org.thun.audit.internal.AuditMapper.Wanted;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Reach;

@Service
@Transactional(readOnly = true)
class AuditReader implements AuditSearch {

    private final AuditMapper entries;
    private final AuditTrail trail;
    private final ObjectProvider<AuditStreams> owners;

    AuditReader(AuditMapper entries, AuditTrail trail, ObjectProvider<AuditStreams> owners) {
        this.entries = entries;
        this.trail = trail;
        this.owners = owners;
    }

    @Override
    public Found search(Actor actor, Criteria criteria, int offset, int limit) {
        Reach reach = actor.reach(Action.READ, ObjectKind.AUDIT_LOG);
        Set<String> readable = reach.all() ? null : readable(reach);
        if (readable != null && readable.isEmpty()) {
            return new Found(List.of(), 0);
        }
        Wanted wanted = new Wanted(
                readable,
                criteria.streamId(),
                criteria.objectId(),
                criteria.command(),
                criteria.person(),
                criteria.person() == null ? null : "%" + escaped(criteria.person()) + "%",
                criteria.from(),
                criteria.to() == null ? null : criteria.to().plusDays(1));
        return new Found(entries.search(wanted, limit, offset), entries.countFound(wanted));
    }

    /** Not read-only: the end of the chain is locked while it is checked. */
    @Override
    @Transactional
    public Optional<AuditTrail.ChainCheck> check(Actor actor, String streamId) {
        return mayRead(actor, streamId) && entries.end(streamId).isPresent()
                ? Optional.of(trail.verify(streamId))
                : Optional.empty();
    }

    @Override
    public Optional<AuditStreams.Subject> subjectOf(String streamId) {
        return owners.orderedStream().flatMap(owner -> owner.subjectOf(streamId).stream()).findFirst();
    }

    @Override
    public List<String> commands() {
        return entries.commands();
    }

    private boolean mayRead(Actor actor, String streamId) {
        return actor.reach(Action.READ, ObjectKind.AUDIT_LOG).all()
                || subjectOf(streamId)
                        .filter(subject -> actor.may(Action.READ, ObjectKind.AUDIT_LOG, subject.scope()))
                        .isPresent();
    }

    private Set<String> readable(Reach reach) {
        Set<String> streams = new HashSet<>();
        owners.forEach(owner -> streams.addAll(owner.within(reach)));
        return streams;
    }

    private static String escaped(String text) {
        return text.toLowerCase(Locale.ROOT).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
