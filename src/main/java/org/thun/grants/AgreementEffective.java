package org.thun.grants;

/**
 * The agreement of a grant has taken effect. Published inside the transaction that made it so: activities lay out the plan,
 * progress the reporting periods, evaluation its assignments, disbursement the tranches, all or none.
 *
 * @param grantId the grant
 */
public record AgreementEffective(String grantId) {}
