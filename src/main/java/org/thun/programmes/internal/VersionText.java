package org.thun.programmes.internal;

/**
 * What a version was read from.
 *
 * @param fileName name of the file, for messages
 * @param definition text of the file
 * @param defaults text of the defaults it was read with
 */
record VersionText(String fileName, String definition, String defaults) {}
