/**
 * The organisations and centres that take part: funders, grantees with their bank accounts, partners, and the centres of a
 * programme. Owns {@code centre}, {@code organisation_party} and {@code programme_party}; depends on programmes, audit,
 * identity, shared values and web.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Organisations and centres",
        allowedDependencies = {"shared", "identity", "audit", "programmes", "web"})
package org.thun.parties;
