/** The demonstration as people use it, in a real browser: journeys of single persons through one running application. */
package org.thun.journeys;
