package org.thun.documents.internal;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.documents.Document;
import org.thun.documents.DocumentOwner;
import org.thun.documents.Documents;
import org.thun.documents.ObjectRef;
import org.thun.documents.internal.DocumentMapper.DocumentRow;
import org.thun.documents.internal.DocumentMapper.VersionRow;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

@Service
class FilingRoom implements Documents {

    private static final String OBJECT_TYPE = "document";
    private static final int LONGEST_NAME = 200;

    private final DocumentMapper documents;
    private final Map<String, DocumentOwner> owners;
    private final Grants grants;
    private final AuditTrail audit;
    private final BusinessClock clock;

    FilingRoom(DocumentMapper documents, List<DocumentOwner> owners, Grants grants, AuditTrail audit,
            BusinessClock clock) {
        this.documents = documents;
        this.owners = owners.stream().collect(Collectors.toMap(DocumentOwner::objectType, Function.identity()));
        this.grants = grants;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Outcome<String> add(String grantId, ObjectRef object, Upload upload, Actor actor) {
        if (object == null ? !mayAdd(grantId, actor) : !owner(object.type()).mayAdd(object.id(), actor)) {
            return Outcome.refused(Problem.of("documents.problem.notAllowed"));
        }
        return examine(upload).map(kind -> {
            String name = nameOf(upload, kind);
            String title = upload.title() == null || upload.title().isBlank() ? name : upload.title().strip();
            DocumentRow row = new DocumentRow(Ids.next(), grantId, object == null ? null : object.type(),
                    object == null ? null : object.id(), title, clock.dateTime());
            documents.insert(row);
            addVersion(row, 1, name, kind, upload, actor, "document.add");
            return row.id();
        });
    }

    @Override
    @Transactional
    public Outcome<Void> addVersion(String documentId, Upload upload, Actor actor) {
        DocumentRow row = documents.lock(documentId).filter(found -> reads(found, actor)).orElse(null);
        if (row == null || !mayExtend(row, actor)) {
            return Outcome.refused(Problem.of("documents.problem.notAllowed"));
        }
        return examine(upload).map(kind -> {
            addVersion(row, documents.latestVersion(documentId) + 1, nameOf(upload, kind), kind, upload, actor,
                    "document.replace");
            return null;
        });
    }

    @Override
    @Transactional(readOnly = true)
    public List<Document> ofCase(String grantId, Actor actor) {
        return toDocuments(documents.ofCase(grantId), actor);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Document> ofObject(ObjectRef object, Actor actor) {
        return toDocuments(documents.ofObject(object.type(), object.id()), actor);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<Document>> ofObjects(String objectType, Collection<String> objectIds, Actor actor) {
        return objectIds.isEmpty()
                ? Map.of()
                : toDocuments(documents.ofObjects(objectType, objectIds), actor).stream()
                        .collect(Collectors.groupingBy(document -> document.object().id()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<FileContent> content(String documentId, int versionNo, Actor actor) {
        return documents.find(documentId)
                .filter(row -> reads(row, actor))
                .flatMap(row -> documents.content(documentId, versionNo))
                .map(row -> new FileContent(row.fileName(), row.mediaType(), row.content()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(ObjectRef object, Actor actor) {
        for (DocumentRow row : documents.ofObject(object.type(), object.id())) {
            documents.deleteVersions(row.id());
            documents.delete(row.id());
            audit.record(actor, AuditEvent.of(row.grantId(), "document.erase", OBJECT_TYPE, row.id()));
        }
    }

    @Override
    public boolean mayAdd(String grantId, Actor actor) {
        return readsCase(grantId, actor)
                .filter(grant -> Arrays.stream(ObjectKind.values())
                        .anyMatch(kind -> actor.may(Action.CREATE, kind, grant.scope())))
                .isPresent();
    }

    private void addVersion(
            DocumentRow row, int no, String fileName, FileKind kind, Upload upload, Actor actor, String command) {
        String sha256 = sha256(upload.content());
        documents.insertVersion(new VersionRow(row.id(), no, fileName, kind.mediaType(), upload.content().length, sha256,
                actor.accountId(), actor.name().th(), clock.dateTime()), upload.content());
        audit.record(actor, AuditEvent.of(row.grantId(), command, OBJECT_TYPE, row.id())
                .with(Map.of("title", row.title(), "version", no, "file", fileName, "sha256", sha256)));
    }

    private static Outcome<FileKind> examine(Upload upload) {
        if (upload.content().length == 0) {
            return Outcome.refused(Problem.at("file", "documents.problem.empty"));
        }
        if (upload.content().length > MAX_BYTES) {
            return Outcome.refused(Problem.at("file", "documents.problem.tooBig"));
        }
        if (upload.title() != null && upload.title().strip().length() > LONGEST_NAME) {
            return Outcome.refused(Problem.at("title", "documents.problem.title", LONGEST_NAME));
        }
        return FileKind.of(upload.content())
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Problem.at("file", "documents.problem.kind")));
    }

    /** The last part of the name, without characters that mean something to a file system or a header. */
    private static String nameOf(Upload upload, FileKind kind) {
        String given = upload.fileName() == null ? "" : upload.fileName().replace('\\', '/');
        Path last = Path.of(given.replaceAll("[\\p{Cc}\\p{Cf}\"<>:|?*]", "")).getFileName();
        String name = last == null || last.toString().isBlank() ? "file" : last.toString().strip();
        String named = kind.named(name);
        return named.length() <= LONGEST_NAME ? named : named.substring(named.length() - LONGEST_NAME);
    }

    /** Documents of one case file or one object; rights are asked for once, not for every row. */
    private List<Document> toDocuments(List<DocumentRow> rows, Actor actor) {
        Set<String> readable = readable(rows, actor);
        if (readable.isEmpty()) {
            return List.of();
        }
        boolean extendsCase = mayAdd(rows.get(0).grantId(), actor);
        Map<String, List<Document.Version>> versions = documents.versions(readable).stream()
                .collect(Collectors.groupingBy(VersionRow::documentId,
                        Collectors.mapping(FilingRoom::version, Collectors.toList())));
        return rows.stream()
                .filter(row -> readable.contains(row.id()))
                .map(row -> new Document(row.id(), row.grantId(), object(row), path(row), row.title(),
                        versions.get(row.id()), row.objectType() == null && extendsCase))
                .toList();
    }

    private Set<String> readable(List<DocumentRow> rows, Actor actor) {
        Set<String> readable = new HashSet<>();
        Map<String, List<DocumentRow>> byType = rows.stream()
                .collect(Collectors.groupingBy(row -> row.objectType() == null ? "" : row.objectType()));
        byType.forEach((type, some) -> {
            if (type.isEmpty()) {
                Set<String> cases = some.stream().map(DocumentRow::grantId).collect(Collectors.toSet());
                cases.removeIf(grantId -> readsCase(grantId, actor).isEmpty());
                some.stream().filter(row -> cases.contains(row.grantId())).map(DocumentRow::id).forEach(readable::add);
            } else {
                Set<String> objects = owner(type)
                        .readable(some.stream().map(DocumentRow::objectId).distinct().toList(), actor);
                some.stream().filter(row -> objects.contains(row.objectId())).map(DocumentRow::id)
                        .forEach(readable::add);
            }
        });
        return readable;
    }

    private static Document.Version version(VersionRow row) {
        return new Document.Version(row.versionNo(), row.fileName(), row.mediaType(), row.sizeBytes(), row.sha256(),
                row.uploadedByName(), row.uploadedAt());
    }

    private boolean reads(DocumentRow row, Actor actor) {
        return !readable(List.of(row), actor).isEmpty();
    }

    private boolean mayExtend(DocumentRow row, Actor actor) {
        return row.objectType() == null
                ? mayAdd(row.grantId(), actor)
                : owner(row.objectType()).mayAdd(row.objectId(), actor);
    }

    /** Documents carry no acceptance of their own, so a funder's reader, who sees accepted data only, sees none (BR-50). */
    private Optional<Grant> readsCase(String grantId, Actor actor) {
        return grants.find(grantId, actor)
                .filter(grant -> actor.readingPosts().stream()
                        .anyMatch(post -> post.role() != Role.FR && concerns(post, grant)));
    }

    private static boolean concerns(Post post, Grant grant) {
        return post.covers(grant.scope())
                || post.scopeKind() == ScopeKind.CENTRE && post.scopeId().startsWith(grant.programmeKey() + "/");
    }

    private DocumentOwner owner(String objectType) {
        DocumentOwner owner = owners.get(objectType);
        if (owner == null) {
            throw new IllegalArgumentException("nothing of the kind " + objectType + " has documents");
        }
        return owner;
    }

    private static ObjectRef object(DocumentRow row) {
        return row.objectType() == null ? null : new ObjectRef(row.objectType(), row.objectId());
    }

    private String path(DocumentRow row) {
        return row.objectType() == null ? null : owner(row.objectType()).path(row.objectId());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
