/**
 * The demonstration as people use it, in a real browser: journeys of single persons ({@link org.thun.journeys.JourneysIT}).
 */
package org.thun.journeys;
