package org.thun.audit.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.audit.internal.AuditMapper.StreamEnd;
import org.thun.identity.Actor;
import org.thun.identity.Deputyship;
import org.thun.shared.BusinessClock;

@Service
class AuditBook implements AuditTrail {

    /** Entries of one statement. */
    private static final int CHUNK = 200;

    private final AuditMapper entries;
    private final BusinessClock clock;
    private final ObjectMapper canonical;

    AuditBook(AuditMapper entries, BusinessClock clock, ObjectMapper json) {
        this.entries = entries;
        this.clock = clock;
        this.canonical = json.copy().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, AuditEvent event) {
        StreamEnd end = entries.lockEnd(event.streamId()).orElseGet(() -> begin(event.streamId()));
        AuditEntry entry = entry(actor, event, end.lastSeq() + 1, end.lastHash());
        entries.insert(entry);
        entries.moveEnd(new StreamEnd(event.streamId(), entry.streamSeq(), entry.entryHash()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, List<AuditEvent> events) {
        for (int from = 0; from < events.size(); from += CHUNK) {
            recordChunk(actor, events.subList(from, Math.min(from + CHUNK, events.size())));
        }
    }

    private void recordChunk(Actor actor, List<AuditEvent> events) {
        Map<String, StreamEnd> ends = lockEnds(events.stream().map(AuditEvent::streamId).distinct().sorted().toList());
        List<AuditEntry> added = new ArrayList<>(events.size());
        for (AuditEvent event : events) {
            StreamEnd end = ends.get(event.streamId());
            AuditEntry entry = entry(actor, event, end.lastSeq() + 1, end.lastHash());
            added.add(entry);
            ends.put(event.streamId(), new StreamEnd(event.streamId(), entry.streamSeq(), entry.entryHash()));
        }
        entries.insertAll(added);
        entries.moveEnds(ends.values());
    }

    /** Always in the same order, so that nobody waits in a circle. */
    private Map<String, StreamEnd> lockEnds(List<String> streamIds) {
        List<StreamEnd> ends = entries.lockEnds(streamIds);
        if (ends.size() < streamIds.size()) {
            Set<String> there = ends.stream().map(StreamEnd::streamId).collect(Collectors.toSet());
            entries.insertEndsUnlessThere(streamIds.stream()
                    .filter(id -> !there.contains(id))
                    .map(id -> new StreamEnd(id, 0, HashChain.BEGINNING))
                    .toList());
            ends = entries.lockEnds(streamIds);
        }
        return ends.stream().collect(Collectors.toMap(StreamEnd::streamId, Function.identity(), (one, other) -> one,
                TreeMap::new));
    }

    @Override
    @Transactional(readOnly = true)
    public List<AuditEntry> stream(String streamId) {
        return entries.stream(streamId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<AuditEntry> timeline(List<String> streamIds, int limit) {
        return streamIds.isEmpty() ? List.of() : entries.timeline(streamIds, limit);
    }

    @Override
    @Transactional
    public ChainCheck verify(String streamId) {
        // Locked, so that an entry added meanwhile is not taken for one that was smuggled in.
        StreamEnd end = entries.lockEnd(streamId).orElse(new StreamEnd(streamId, 0, HashChain.BEGINNING));
        String expectedPrev = HashChain.BEGINNING;
        long expectedSeq = 1;
        for (AuditEntry entry : entries.stream(streamId)) {
            if (entry.streamSeq() != expectedSeq
                    || !entry.prevHash().equals(expectedPrev)
                    || !entry.entryHash().equals(HashChain.hashOf(entry))) {
                return new ChainCheck(expectedSeq - 1, entry.streamSeq());
            }
            expectedPrev = entry.entryHash();
            expectedSeq++;
        }
        boolean endsWhereItShould = end.lastSeq() == expectedSeq - 1 && end.lastHash().equals(expectedPrev);
        return new ChainCheck(expectedSeq - 1, endsWhereItShould ? null : expectedSeq);
    }

    private StreamEnd begin(String streamId) {
        entries.insertEndUnlessThere(new StreamEnd(streamId, 0, HashChain.BEGINNING));
        return entries.lockEnd(streamId).orElseThrow();
    }

    private AuditEntry entry(Actor actor, AuditEvent event, long streamSeq, String prevHash) {
        LocalDateTime at = clock.dateTime().truncatedTo(ChronoUnit.SECONDS);
        String role = actor.acting() == null ? null : actor.acting().name();
        Deputyship place = actor.inPlaceOf();
        AuditEntry unsigned = new AuditEntry(0, event.streamId(), streamSeq, at, actor.accountId(), actor.name().th(),
                role, place == null ? null : place.principalId(), place == null ? null : place.principalName().th(),
                event.command(), event.objectType(), event.objectId(), event.fromState(), event.toState(),
                event.reason(), hash(event.data()), prevHash, null);
        return new AuditEntry(0, unsigned.streamId(), streamSeq, at, unsigned.accountId(), unsigned.accountName(), role,
                unsigned.forAccountId(), unsigned.forAccountName(), unsigned.command(), unsigned.objectType(),
                unsigned.objectId(), unsigned.fromState(), unsigned.toState(), unsigned.reason(), unsigned.dataHash(), prevHash, HashChain.hashOf(unsigned));
    }

    private String hash(Object data) {
        if (data == null) {
            return null;
        }
        try {
            return HashChain.sha256(canonical.writeValueAsString(data));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a command that is audited must be writable as JSON: " + data.getClass(), e);
        }
    }
}
