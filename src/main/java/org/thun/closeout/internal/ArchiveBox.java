package org.thun.closeout.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.closeout.ArchiveSource;
import org.thun.closeout.ArchiveSource.ArchivedFile;
import org.thun.closeout.GrantArchive;
import org.thun.documents.Document;
import org.thun.documents.Documents;
import org.thun.grants.Grant;
import org.thun.grants.GrantState;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.programmes.Programmes;
import org.thun.shared.BusinessClock;
import org.thun.shared.CsvText;
import org.thun.web.Formats;

/** Packs what was kept of a closed grant. */
@Service
class ArchiveBox implements GrantArchive {

    private static final String INDEX = "index.csv";
    private static final String SUMS = "SHA256SUMS";
    private static final String READ_ME = "README.txt";

    private final Documents documents;
    private final AuditTrail audit;
    private final Programmes programmes;
    private final ObjectProvider<ArchiveSource> sources;
    private final Formats formats;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    ArchiveBox(
            Documents documents,
            AuditTrail audit,
            Programmes programmes,
            ObjectProvider<ArchiveSource> sources,
            Formats formats,
            BusinessClock clock,
            PlatformTransactionManager transactions) {
        this.documents = documents;
        this.audit = audit;
        this.programmes = programmes;
        this.sources = sources;
        this.formats = formats;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A file that was written, for index and sums. */
    private record Packed(String path, String title, LocalDateTime keptAt, long bytes, String sha256) {}

    @Override
    public Optional<Retention> retention(Grant grant) {
        if (grant.state() != GrantState.CLOSED) {
            return Optional.empty();
        }
        int years = programmes.version(grant.programmeKey(), grant.programmeVersion()).registry().retentionYears();
        return audit.stream(grant.id()).stream()
                .filter(entry -> GrantState.CLOSED.name().equals(entry.toState()) && grant.id().equals(entry.objectId()))
                .reduce((earlier, later) -> later)
                .map(entry -> entry.atTime().toLocalDate())
                .map(closedOn -> new Retention(closedOn, closedOn.plusYears(years)));
    }

    @Override
    public boolean mayRead(Grant grant, Actor actor) {
        return grant.state() == GrantState.CLOSED
                && actor.firstHeld(List.of(Role.PO, Role.AU), grant.scope()).isPresent();
    }

    @Override
    public void write(Grant grant, Actor actor, OutputStream out) throws IOException {
        if (!mayRead(grant, actor)) {
            throw new IllegalStateException("no archive of grant " + grant.id() + " for " + actor.username());
        }
        transaction.executeWithoutResult(
                status -> audit.record(actor, AuditEvent.of(grant.id(), "grant.archive", "grant", grant.id())));
        List<Packed> packed = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (ArchivedFile file : files(grant, actor)) {
                if (!paths.add(file.path())) {
                    throw new IllegalStateException("two files " + file.path() + " in the archive of " + grant.id());
                }
                packed.add(pack(zip, file));
            }
            pack(zip, new ArchivedFile(INDEX, null, null, () -> index(packed)));
            pack(zip, new ArchivedFile(SUMS, null, null, () -> sums(packed)));
            pack(zip, new ArchivedFile(READ_ME, null, null, () -> readMe(grant, actor, packed)));
        }
    }

    private List<ArchivedFile> files(Grant grant, Actor actor) {
        List<ArchivedFile> files = new ArrayList<>();
        sources.orderedStream().forEach(source -> files.addAll(source.files(grant, actor)));
        for (Document document : documents.ofCase(grant.id(), actor)) {
            for (Document.Version version : document.versions()) {
                files.add(new ArchivedFile(
                        "documents/" + document.id() + "-" + version.no() + extension(version.fileName()),
                        document.title(), version.uploadedAt(),
                        () -> documents.content(document.id(), version.no(), actor).orElseThrow().content()));
            }
        }
        files.add(trail("audit/grant.csv", "closeout.archive.trailOfGrant", grant.id()));
        files.add(trail("audit/proposal.csv", "closeout.archive.trailOfProposal", grant.proposalId()));
        return files;
    }

    private ArchivedFile trail(String path, String titleKey, String streamId) {
        return new ArchivedFile(path, formats.message(titleKey), null, () -> trail(streamId));
    }

    /** Every entry with the hashes that chain it to the one before. */
    private byte[] trail(String streamId) {
        StringBuilder csv = new StringBuilder(CsvText.BYTE_ORDER_MARK).append(CsvText.row("stream_seq", "at", "account",
                "role", "command", "object_type", "object_id", "from", "to", "reason", "data_sha256", "previous_sha256",
                "entry_sha256"));
        for (AuditEntry entry : audit.stream(streamId)) {
            csv.append(CsvText.row(entry.streamSeq(), entry.atTime(), entry.accountName(), entry.roleCode(),
                    entry.command(), entry.objectType(), entry.objectId(), entry.fromState(), entry.toState(),
                    entry.reason(), entry.dataHash(), entry.prevHash(), entry.entryHash()));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] index(List<Packed> packed) {
        StringBuilder csv = new StringBuilder(CsvText.BYTE_ORDER_MARK).append(CsvText.row(
                formats.message("closeout.archive.path"), formats.message("closeout.archive.what"),
                formats.message("closeout.archive.keptAt"), formats.message("closeout.archive.bytes"), "SHA-256"));
        packed.forEach(file -> csv.append(CsvText.row(file.path(), file.title(),
                file.keptAt() == null ? null : file.keptAt(), file.bytes(), file.sha256())));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** As {@code sha256sum --check} reads it. */
    private static byte[] sums(List<Packed> packed) {
        StringBuilder sums = new StringBuilder();
        packed.forEach(file -> sums.append(file.sha256()).append("  ").append(file.path()).append('\n'));
        return sums.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] readMe(Grant grant, Actor actor, List<Packed> packed) {
        Retention retention = retention(grant).orElseThrow();
        return formats.message("closeout.archive.readMe", grant.number(), grant.title(), grant.granteeName(),
                        retention.closedOn(), retention.keptUntil(), packed.size(), actor.name(), clock.dateTime())
                .replace("\n", System.lineSeparator())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Packed pack(ZipOutputStream zip, ArchivedFile file) throws IOException {
        byte[] content = file.content().get();
        ZipEntry entry = new ZipEntry(file.path());
        if (file.keptAt() != null) {
            entry.setLastModifiedTime(FileTime.from(file.keptAt().atZone(BusinessClock.ZONE).toInstant()));
        }
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
        return new Packed(file.path(), file.title(), file.keptAt(), content.length, sha256(content));
    }

    /** The ending of a name, if it is a plain one; the kind of a file was found from its content when it came in. */
    private static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String ending = dot < 0 ? "" : fileName.substring(dot);
        return ending.matches("\\.[A-Za-z0-9]{1,8}") ? ending : "";
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
