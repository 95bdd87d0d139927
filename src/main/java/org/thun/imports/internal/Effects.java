package org.thun.imports.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thun.grants.Grant;
import org.thun.imports.IndicatorEffect;
import org.thun.indicators.IndicatorQueries;
import org.thun.indicators.Measurement;
import org.thun.programmes.Indicator;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.registry.RecordFacts;
import org.thun.registry.RecordState;
import org.thun.shared.BusinessClock;

/** What the rows of a file do to the indicators that count their register. */
@Component
class Effects {

    private static final TypeReference<Map<String, Moved>> MOVED = new TypeReference<>() {};

    /** States of records that nobody would come to verify without the correction. */
    private static final Set<RecordState> UNCOUNTED = EnumSet.of(RecordState.DRAFT, RecordState.REJECTED);

    private final IndicatorQueries indicators;
    private final BusinessClock clock;
    private final ObjectMapper json;

    Effects(IndicatorQueries indicators, BusinessClock clock, ObjectMapper json) {
        this.indicators = indicators;
        this.clock = clock;
        this.json = json;
    }

    /**
     * What rows add to an indicator and what they hold back from it.
     *
     * @param added new records that can count towards it
     * @param heldBack verified records that are corrected
     */
    record Moved(long added, long heldBack) {}

    /**
     * Adds what a row does.
     *
     * @param before where its record stands; {@code null} for a new one. One that waits for a verifier already adds nothing
     */
    static void add(Map<String, Moved> sum, ProgrammeDefinition definition, RecordFacts facts, RecordState before) {
        for (Indicator indicator : definition.indicators()) {
            if (counts(indicator, facts)) {
                sum.merge(indicator.id(),
                        new Moved(before == null || UNCOUNTED.contains(before) ? 1 : 0,
                                before == RecordState.VERIFIED ? 1 : 0),
                        (a, b) -> new Moved(a.added() + b.added(), a.heldBack() + b.heldBack()));
            }
        }
    }

    private static boolean counts(Indicator indicator, RecordFacts facts) {
        return concerns(indicator, facts.register())
                && (indicator.source().role() == null
                        || facts.roles().stream().anyMatch(held -> held.role().equals(indicator.source().role())));
    }

    private static boolean concerns(Indicator indicator, Register register) {
        return indicator.source() != null && indicator.source().register() == register;
    }

    Map<String, Moved> read(String kept) {
        try {
            return kept == null ? new HashMap<>() : new HashMap<>(json.readValue(kept, MOVED));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the effect of an import cannot be read back", e);
        }
    }

    String write(Map<String, Moved> moved) {
        try {
            return json.writeValueAsString(moved);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers can be written", e);
        }
    }

    /** All indicators of the register, also those that stay where they are. */
    List<IndicatorEffect> of(Grant grant, Register register, Map<String, Moved> moved) {
        return indicators.measure(grant, clock.today()).stream()
                .filter(measurement -> concerns(measurement.indicator(), register))
                .map(measurement -> effect(measurement,
                        moved.getOrDefault(measurement.indicator().id(), new Moved(0, 0))))
                .toList();
    }

    private static IndicatorEffect effect(Measurement now, Moved moved) {
        BigDecimal actual = now.actual();
        boolean sums = now.indicator().countsRecords();
        BigDecimal from = actual == null && now.baseline() != null ? now.baseline() : actual;
        BigDecimal entered = from == null ? null : from.subtract(BigDecimal.valueOf(moved.heldBack()));
        BigDecimal verified = !sums
                ? null
                : (from == null ? BigDecimal.ZERO : from).add(BigDecimal.valueOf(moved.added()));
        return new IndicatorEffect(now.indicator(), actual, moved.added(), moved.heldBack(), sums ? entered : null, verified);
    }
}
