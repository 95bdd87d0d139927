package org.thun.amendments.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import org.springframework.stereotype.Component;
import org.thun.amendments.AmendmentKind;
import org.thun.amendments.Part;

/** Parts as they are kept: each kind has its own content. */
@Component
class PartCodec {

    private final ObjectMapper json;

    PartCodec(ObjectMapper json) {
        this.json = json;
    }

    String write(Part part) {
        try {
            // By its own type: the kind stands in a column of its own.
            return json.writerFor(part.getClass())
                    .without(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                    .writeValueAsString(part);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a part cannot be written", e);
        }
    }

    Part read(AmendmentKind kind, String content) {
        try {
            return json.readValue(content, type(kind));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a part we wrote ourselves cannot be read", e);
        }
    }

    private static Class<? extends Part> type(AmendmentKind kind) {
        return switch (kind) {
            case TIME -> Part.Time.class;
            case BUDGET -> Part.Shift.class;
            case TARGET -> Part.Target.class;
            case ACTIVITY_MOVE -> Part.PlanMove.class;
            case ACTIVITY_ADD -> Part.PlanAdd.class;
            case ACTIVITY_CANCEL -> Part.PlanCancel.class;
            case SCOPE, PARTNER -> Part.Term.class;
            case PEOPLE -> Part.People.class;
            case BANK -> Part.Bank.class;
            case TRANCHES -> Part.Tranches.class;
            case DUE_DAYS -> Part.DueDays.class;
            case SUSPENSION -> Part.Suspension.class;
            case RESUMPTION -> Part.Resumption.class;
            case TERMINATION -> Part.Termination.class;
        };
    }
}
