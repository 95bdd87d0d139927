package org.thun.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.thun.grants.Grant;
import org.thun.identity.Actor;

/**
 * The short codes beside printed figures. Whoever types one into {@code /numbers/<code>} sees where the figure comes from,
 * as of the day it was printed for: eight letters and digits of Crockford's base 32, without I, L, O and U, so that they can
 * be read aloud and copied by hand. A code is no secret: what it opens, it opens only to those who may see it anyhow.
 */
public interface NumberCodes {

    /**
     * A figure about to be printed.
     *
     * @param indicatorId id of the indicator in the programme definition
     * @param place what it is a figure of
     * @param value the value as printed: baseline and counted records for the whole, counted records for a part. What is
     *     missing is not printed and bears no code
     */
    record Figure(String indicatorId, Place place, BigDecimal value) {}

    /**
     * A figure that has been printed.
     *
     * @param code its code
     * @param grantId the grant
     * @param figure which figure, with the value that was printed
     * @param asOf the day the figure is of
     * @param snapshotId the frozen report it stands in, or {@code null} for a page or report of the moment
     * @param madeAt when it was first printed, Bangkok time: what was known then is what it says
     */
    record PrintedFigure(
            String code, String grantId, Figure figure, LocalDate asOf, String snapshotId, LocalDateTime madeAt) {}

    /** Codes of figures in a page or report of the moment. The same figures get the same codes whenever they are asked for. */
    default Map<Figure, String> codesFor(Grant grant, LocalDate asOf, Collection<Figure> figures) {
        return codesFor(grant, asOf, null, figures);
    }

    /**
     * Codes of figures in a report.
     *
     * @param asOf the day the figures are of
     * @param snapshotId the frozen report they stand in, or {@code null}
     * @return a code for each figure
     */
    Map<Figure, String> codesFor(Grant grant, LocalDate asOf, String snapshotId, Collection<Figure> figures);

    /**
     * The figure of a code as somebody typed it.
     *
     * @return empty if there is no such code, or this person may not see the figure
     */
    Optional<PrintedFigure> find(String typed, Actor actor);

    /** Letters of a code. */
    Pattern FORM = Pattern.compile("[0-9A-HJKMNP-TV-Z]{8}");

    /** A code as it is kept, from what somebody typed: small letters, blanks and hyphens, O for 0 and I or L for 1. */
    static Optional<String> read(String typed) {
        if (typed == null) {
            return Optional.empty();
        }
        String code = typed.strip()
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return FORM.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }
}
