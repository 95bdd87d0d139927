package org.thun.reporting;

import java.util.Locale;
import java.util.Optional;
import org.thun.grants.Grant;
import org.thun.identity.Actor;

/**
 * Documents that somebody signs: the report of a period (narrative and money) and the closing statement of a grant, as PDF
 * and workbook. Once accepted they are kept and come back byte for byte (BR-15). Before that, people who work on them get a
 * draft that says so; readers of accepted data get nothing (BR-50).
 */
public interface Statements {

    /**
     * The report of a period.
     *
     * @param grant a grant that was found in the person's name
     * @return empty if there is no such report, nothing was written yet, or this person may not read it
     * @throws IllegalArgumentException for other formats than PDF and XLSX
     */
    Optional<StatementFile> period(Grant grant, int periodNo, ReportFormat format, Locale locale, Actor actor);

    /**
     * The closing statement (BR-08).
     *
     * @param grant a grant that was found in the person's name
     * @return empty if the grant is not closing yet, or this person may not read the statement
     * @throws IllegalArgumentException for other formats than PDF and XLSX
     */
    Optional<StatementFile> closing(Grant grant, ReportFormat format, Locale locale, Actor actor);

    /**
     * A document.
     *
     * @param fileName what a downloaded file is called
     * @param format its form
     * @param frozen whether it is kept as it is, rather than a draft of the moment
     * @param content the file
     */
    record StatementFile(String fileName, ReportFormat format, boolean frozen, byte[] content) {}
}
