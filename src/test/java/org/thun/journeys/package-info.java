/**
 * The demonstration as people use it, in a real browser: journeys of single persons ({@link org.thun.journeys.Journeys})
 * and every page as every role sees it ({@link org.thun.journeys.EveryPage}). Both share one running application.
 */
package org.thun.journeys;
