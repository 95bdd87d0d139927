package org.thun.parties;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.thun.identity.Actor;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;

/** The organisations that take part in programmes. Those that a definition names are entered when it is loaded. */
public interface Organisations {

    Optional<Organisation> find(String organisationId);

    Optional<Organisation> findByCode(String code);

    /** The organisations a person may see, by name in Thai order. */
    List<Organisation> visibleTo(Actor actor);

    /** Whether a person may see an organisation. */
    boolean visible(String organisationId, Actor actor);

    /** What an organisation is, by programme key. */
    Map<String, Set<PartyPart>> partsOf(String organisationId);

    /** The grantees of a programme, the one its definition names first. */
    List<Organisation> grantees(String programmeKey);

    /** The funder that the definition of a programme names. */
    Optional<Organisation> funder(String programmeKey);

    /** What a person may do with an organisation. */
    Abilities abilities(String organisationId, Actor actor);

    /** The programmes in which a person may enter organisations, by key. */
    List<String> programmesToCreateIn(Actor actor);

    /**
     * Enters an organisation that may become a grantee of a programme. For programme officers of that programme.
     *
     * @return its id; refused if the actor may not, or the code is taken
     */
    Outcome<String> create(NewOrganisation organisation, Actor actor);

    /**
     * Enters or changes the bank account of an organisation; what was verified before counts no longer. For the lead or the
     * finance officer of the organisation, or a programme officer.
     */
    Outcome<Void> enterBankAccount(String organisationId, NewBankAccount account, Actor actor);

    /**
     * Confirms the entered account by the bank's letter. For a programme officer or a finance approver who did not enter it
     * (SD1, SD8).
     *
     * @param accountNumber the number as read from the bank's letter; must equal the one entered
     */
    Outcome<Void> verifyBankAccount(String organisationId, String accountNumber, Actor actor);

    /**
     * What a person may do with an organisation.
     *
     * @param enterAccount enter or change its bank account, and so see all of its number
     * @param accountByAmendment whether the account is paid to now, so that it changes by an amendment only (SD8)
     * @param verifyAccount verify the account that is entered now
     */
    record Abilities(boolean enterAccount, boolean accountByAmendment, boolean verifyAccount) {}

    /**
     * An organisation to enter.
     *
     * @param programmeKey the programme in which it may be a grantee
     * @param code stable short code
     * @param name full name
     * @param abbreviation or {@code null}
     */
    record NewOrganisation(String programmeKey, String code, LocalizedText name, String abbreviation) {}

    /**
     * A bank account to enter. Digits may be Thai, with spaces or hyphens.
     *
     * @param bankName name of the bank
     * @param accountNumber account number
     * @param accountName name of the account
     */
    record NewBankAccount(String bankName, String accountNumber, String accountName) {}
}
