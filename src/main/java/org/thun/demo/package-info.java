/**
 * The demonstration: one account per role and a reference grant brought to its tenth month by the real processes, with
 * synthetic people and amounts. Exists only in the profile {@code demo}. Owns no tables; uses the doors of all features.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Demonstration")
package org.thun.demo;
