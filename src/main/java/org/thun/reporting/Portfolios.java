package org.thun.reporting;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.thun.identity.Actor;
import org.thun.programmes.ProgrammeSummary;

/** Reports of a programme's grants side by side, within what a person may read. */
public interface Portfolios {

    /** The programmes of which this person may read grants in full. */
    List<ProgrammeSummary> programmes(Actor actor);

    /** The grants of a programme as of today; empty if this person may read none of them in full. */
    Optional<PortfolioReport> of(String programmeKey, Actor actor);

    /**
     * The whole document.
     *
     * @param format any but HTML, which is the page itself
     */
    byte[] render(PortfolioReport report, ReportFormat format, Locale locale);

    /** What a downloaded file is called, with its extension. */
    String fileName(PortfolioReport report, ReportFormat format, Locale locale);
}
