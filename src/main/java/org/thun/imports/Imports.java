package org.thun.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.shared.Outcome;

/**
 * Import of files into the registers (BR-23), in four steps: {@link #upload} reads a file, {@link #map} says what its columns
 * are and has its rows checked, {@link #start} enters them, and refused rows can be fetched, corrected and sent again.
 * Checking and entering go on in the background, part by part, and take up after a restart where they stopped. Whoever may
 * submit records for a centre imports for it; whoever may read its records sees its imports. What a person may not see does
 * not exist for that person; commands on such imports are refused as unknown.
 */
public interface Imports {

    /**
     * Reads a file and keeps its rows. The same id again changes nothing. Refused with words for the sender if it is no
     * table of a known kind, damaged, too large, or empty.
     *
     * @return the id of the import, {@link ImportState#UPLOADED}
     */
    Outcome<String> upload(Upload upload, Actor actor);

    /** An import that this person may see. */
    Optional<ImportFile> find(String id, Actor actor);

    /** Imports that this person may see, newest first. */
    Page list(Actor actor, int page, int size);

    /** Names under which files of that centre and register have come before. */
    List<String> sources(String grantId, String centreCode, Register register, Actor actor);

    /** What is needed to say what the columns of an import are; empty if this person may not see it. */
    Optional<Layout> layout(String id, Actor actor);

    /** Says what the columns are, remembers it for the source, and has the rows checked: {@link ImportState#CHECKING}. */
    Outcome<Void> map(String id, ColumnMapping mapping, Actor actor);

    /** Goes back to the columns of a file that was checked. */
    Outcome<Void> remap(String id, Actor actor);

    /**
     * Has the rows entered: {@link ImportState#RUNNING}.
     *
     * @param allOrNothing in one transaction, and only if no row is refused
     */
    Outcome<Void> start(String id, boolean allOrNothing, Actor actor);

    /** Stops between two parts. What was entered stays. Not for an import that is all or nothing. */
    Outcome<Void> pause(String id, Actor actor);

    /** Goes on where it stopped. */
    Outcome<Void> resume(String id, Actor actor);

    /** Gives up. What was entered stays; of an import that is all or nothing, nothing does. */
    Outcome<Void> cancel(String id, Actor actor);

    /**
     * The first rows of a kind, citizen numbers masked; empty if this person may not see the import or its rows are no longer
     * kept.
     */
    List<ImportRow> rows(String id, RowKind kind, int most, Actor actor);

    /**
     * The first new rows that look like somebody or something registered already (BR-19), each with the number of the record
     * as far as this person may see it; of the first some thousand new rows of the file.
     */
    List<ImportRow> known(String id, int most, Actor actor);

    /** What the rows that were checked do to the indicators; empty before the check is over. */
    List<IndicatorEffect> effects(String id, Actor actor);

    /**
     * Writes the refused rows with their headings, their numbers and what to do, such that the file can be corrected and
     * sent again, in the language of the reader. No cell begins a formula. For those who may submit records for the centre:
     * the cells are those of the file, nothing is masked.
     *
     * @return {@code false} if there is nothing to write for this person
     */
    boolean writeRefused(String id, Format format, OutputStream out, Actor actor) throws IOException;

    /** Writes an empty workbook with the headings of a register and its code lists. */
    void writeTemplate(Grant grant, Register register, Locale locale, OutputStream out) throws IOException;

    /** Largest file that is taken, in bytes. */
    long mostBytes();

    /** What a file of refused rows is written as. */
    enum Format {
        CSV,
        XLSX
    }

    /**
     * A file on its way in.
     *
     * @param id identity of the import, chosen by whoever sends it ({@link org.thun.shared.Ids#next()})
     * @param grantId the grant under which its records were collected
     * @param centreCode the centre
     * @param register the register
     * @param source where such files come from, in words; files of one source number their rows alike
     * @param fileName its name
     * @param content what is in it; read once, to the end, and not closed
     */
    record Upload(
            String id,
            String grantId,
            String centreCode,
            Register register,
            String source,
            String fileName,
            InputStream content) {}

    /**
     * The columns of a file and the fields they can fill.
     *
     * @param headings the headings, in the order of the file
     * @param samples the first rows
     * @param fields the fields of the register
     * @param mapping what is chosen, was chosen for the last file of the source, or is proposed by the headings
     * @param missing columns that the last file of the source had and this one has not
     */
    record Layout(
            List<String> headings,
            List<ImportRow> samples,
            List<ImportField> fields,
            ColumnMapping mapping,
            List<String> missing) {}

    /**
     * Part of the list of imports.
     *
     * @param files the imports of this page
     * @param total imports on all pages
     */
    record Page(List<ImportFile> files, long total) {}
}
