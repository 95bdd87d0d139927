/**
 * The demonstration as people use it, in a real browser: journeys of single persons ({@link org.thun.journeys.JourneysIT})
 * and every page as every role sees it ({@link org.thun.journeys.PagesIT}). Both share one running application.
 */
package org.thun.journeys;
