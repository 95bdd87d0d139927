package org.thun.imports.internal;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thun.audit.AuditStreams;
import org.thun.identity.Reach;
import org.thun.shared.LocalizedText;

/** The stories of imports, for those who may read the trail of their programme. */
@Component
class ImportStreams implements AuditStreams {

    private final ImportMapper imports;

    ImportStreams(ImportMapper imports) {
        this.imports = imports;
    }

    @Override
    public Set<String> within(Reach reach) {
        return imports.ids(reach);
    }

    @Override
    public Optional<Subject> subjectOf(String streamId) {
        return imports.get(streamId).map(file -> new Subject(
                new LocalizedText(file.sourceName() + " · " + file.fileName(), null), file.scope(), null));
    }
}
