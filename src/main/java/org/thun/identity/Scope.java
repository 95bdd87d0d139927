package org.thun.identity;

import java.util.ArrayList;
import java.util.List;

/**
 * Where an object belongs, from wide to narrow; parts that do not apply are {@code null}. Posts and objects meet here: a
 * post covers an object when it names any of the object's parts.
 *
 * @param programmeKey key of the programme
 * @param organisationId id of the organisation that receives (or asks for) the grant
 * @param grantId id of the grant
 * @param centreCode code of the centre within the programme
 */
public record Scope(String programmeKey, String organisationId, String grantId, String centreCode) {

    /** Everything: objects of the installation itself. */
    public static final Scope GLOBAL = new Scope(null, null, null, null);

    public static Scope ofProgramme(String programmeKey) {
        return new Scope(programmeKey, null, null, null);
    }

    public static Scope ofApplicant(String programmeKey, String organisationId) {
        return new Scope(programmeKey, organisationId, null, null);
    }

    public static Scope ofGrant(String programmeKey, String organisationId, String grantId) {
        return new Scope(programmeKey, organisationId, grantId, null);
    }

    public Scope atCentre(String code) {
        return new Scope(programmeKey, organisationId, grantId, code);
    }

    /** Id of a centre across programmes, as posts name it. */
    public static String centreId(String programmeKey, String centreCode) {
        return programmeKey + "/" + centreCode;
    }

    /** The addresses of this scope, as posts name them: {@code *}, {@code programme:…}, {@code org:…}, …. */
    public List<String> addresses() {
        List<String> addresses = new ArrayList<>();
        addresses.add(ScopeKind.ALL.address("*"));
        if (programmeKey != null) {
            addresses.add(ScopeKind.PROGRAMME.address(programmeKey));
        }
        if (organisationId != null) {
            addresses.add(ScopeKind.ORGANISATION.address(organisationId));
        }
        if (grantId != null) {
            addresses.add(ScopeKind.GRANT.address(grantId));
        }
        if (programmeKey != null && centreCode != null) {
            addresses.add(ScopeKind.CENTRE.address(centreId(programmeKey, centreCode)));
        }
        return addresses;
    }
}
