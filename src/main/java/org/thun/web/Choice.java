package org.thun.web;

import org.thun.shared.LocalizedText;

/** A choice of a filter: what is sent and what is read. */
public record Choice(String value, LocalizedText label) {}
