package org.thun.programmes;

import java.util.List;
import java.util.stream.Stream;
import org.thun.shared.LocalizedText;

/**
 * An activity of a work plan.
 *
 * @param code its code in the text of the proposal ({@code 2.3}); this is the code used everywhere in Thun
 * @param altCode its code in the schedule table where that differs ({@code 2.2}), or {@code null}
 * @param title what it is called
 * @param scope where or for whom, in words, or {@code null}
 * @param targets what it is to deliver; may be empty
 * @param indicators ids of the indicators it serves
 * @param rounds how often the text says it is held, or {@code null}
 * @param roundLength length of one round in words, or {@code null}
 * @param gapMonthsMin least months between rounds, or {@code null}
 * @param gapMonthsMax most months between rounds, or {@code null}
 * @param parts parts of the work, in words
 * @param instituteFee whether it is a fee of the grantee itself, payable only in its scheduled month and never before the
 *     close-out documents (BR-49)
 * @param checklist codes of the list {@code preparation} that have to be ready before it is held; {@code null} where the
 *     definition does not say: then the whole list goes for what is held on days, and nothing for work that goes on
 * @param notes remarks recorded when the definition was written; also among the warnings
 */
public record Activity(
        String code,
        String altCode,
        LocalizedText title,
        LocalizedText scope,
        List<ActivityTarget> targets,
        List<String> indicators,
        Integer rounds,
        LocalizedText roundLength,
        Integer gapMonthsMin,
        Integer gapMonthsMax,
        List<LocalizedText> parts,
        boolean instituteFee,
        List<String> checklist,
        List<LocalizedText> notes) {

    public Activity {
        targets = List.copyOf(targets);
        indicators = List.copyOf(indicators);
        parts = List.copyOf(parts);
        checklist = checklist == null ? null : List.copyOf(checklist);
        notes = List.copyOf(notes);
    }

    /** The code in the schedule table: the alternative code where there is one. */
    public String tableCode() {
        return altCode == null ? code : altCode;
    }

    /** Both codes, text code first; one where they are the same. */
    public List<String> codes() {
        return Stream.of(code, tableCode()).distinct().toList();
    }
}
