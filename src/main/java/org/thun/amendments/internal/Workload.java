package org.thun.amendments.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.thun.activities.ActivityPlans;
import org.thun.activities.ActivityPlans.Hand;
import org.thun.activities.OccurrenceState;
import org.thun.amendments.Part;
import org.thun.grants.Grant;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.programmes.GrantCalendar;
import org.thun.programmes.PlannedOccurrence;
import org.thun.shared.LocalizedText;

/**
 * Who would have more activities in a month than they can hold, after the plan has changed. Whoever planned an activity and
 * the centres that take part have it; what nobody has planned yet is the coordinators'. Continuous work is left out.
 */
@Component
class Workload {

    private final ActivityPlans plans;
    private final Accounts accounts;

    Workload(ActivityPlans plans, Accounts accounts) {
        this.plans = plans;
        this.accounts = accounts;
    }

    /**
     * A person or centre with more in a month than the programme's limit, and more than before.
     *
     * @param who the person or centre
     * @param month month of the grant
     * @param before activities in it now
     * @param after activities in it then
     */
    record Overload(LocalizedText who, int month, int before, int after) {}

    private record Slot(String occurrenceId, int first, int last) {}

    List<Overload> of(Situation now, List<Part> parts, Amended after) {
        List<Slot> before = now.occurrences().stream()
                .filter(occurrence -> occurrence.mark() && occurrence.state() != OccurrenceState.CANCELLED)
                .map(occurrence -> new Slot(occurrence.id(), occurrence.firstMonth(), occurrence.lastMonth()))
                .toList();
        List<Slot> then = after(now, parts, after, before);
        if (then.equals(before)) {
            return List.of();
        }
        Map<String, List<Hand>> hands = plans.hands(now.grant().id());
        List<Hand> coordinators = coordinators(now.grant());
        Map<Hand, Map<Integer, Integer>> loadBefore = load(before, hands, coordinators);
        List<Overload> overloads = new ArrayList<>();
        load(then, hands, coordinators).forEach((hand, months) -> months.forEach((month, count) -> {
            int was = loadBefore.getOrDefault(hand, Map.of()).getOrDefault(month, 0);
            if (count > now.policy().activitiesPerMonth() && count > was) {
                overloads.add(new Overload(hand.name(), month, was, count));
            }
        }));
        return overloads;
    }

    private static List<Slot> after(Situation now, List<Part> parts, Amended after, List<Slot> before) {
        Map<String, Slot> slots = new LinkedHashMap<>();
        before.forEach(slot -> slots.put(slot.occurrenceId(), slot));
        int added = 0;
        for (Part part : parts) {
            if (part instanceof Part.PlanMove move && move.firstMonth() != null && move.lastMonth() != null) {
                slots.computeIfPresent(move.occurrenceId(),
                        (id, slot) -> new Slot(id, move.firstMonth(), move.lastMonth()));
            } else if (part instanceof Part.PlanCancel cancel) {
                slots.remove(cancel.occurrenceId());
            } else if (part instanceof Part.PlanAdd add && add.firstMonth() != null
                    && add.firstMonth().equals(add.lastMonth())) {
                String id = "added " + added++;
                slots.put(id, new Slot(id, add.firstMonth(), add.lastMonth()));
            }
        }
        if (after.months() > now.current().durationMonths()) {
            for (PlannedOccurrence planned : new GrantCalendar(now.definition(), now.grant().effectiveFrom(),
                    after.months()).occurrences()) {
                if (planned.mark() && planned.firstMonth() > now.current().durationMonths()) {
                    String id = "added " + added++;
                    slots.put(id, new Slot(id, planned.firstMonth(), planned.lastMonth()));
                }
            }
        }
        return List.copyOf(slots.values());
    }

    private static Map<Hand, Map<Integer, Integer>> load(
            List<Slot> slots, Map<String, List<Hand>> hands, List<Hand> coordinators) {
        Map<Hand, Map<Integer, Integer>> load = new LinkedHashMap<>();
        for (Slot slot : slots) {
            for (Hand hand : hands.getOrDefault(slot.occurrenceId(), coordinators)) {
                Map<Integer, Integer> months = load.computeIfAbsent(hand, each -> new HashMap<>());
                IntStream.rangeClosed(slot.first(), slot.last()).forEach(month -> months.merge(month, 1, Integer::sum));
            }
        }
        return load;
    }

    private List<Hand> coordinators(Grant grant) {
        List<Actor> people = Optional.of(accounts.holders(Role.GC, grant.scope()))
                .filter(holders -> !holders.isEmpty())
                .orElseGet(() -> accounts.holders(Role.GL, grant.scope()));
        return people.stream().map(person -> new Hand("person " + person.accountId(), nameOf(person))).toList();
    }

    /** Without a translation, as plans keep the names of those who planned. */
    private static LocalizedText nameOf(Actor person) {
        return new LocalizedText(person.name().th(), null);
    }
}
