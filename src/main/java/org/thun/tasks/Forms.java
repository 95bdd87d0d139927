package org.thun.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;

/**
 * The Camunda Forms under {@code forms/}. Files hold the Thai texts; the English ones stand beside them in the component's
 * {@code properties}: {@code en} for a label (also of an option), {@code enDescription}, {@code enText}.
 */
public interface Forms {

    /** The form for a reader of that language. */
    JsonNode schema(String formKey, Locale locale);

    /** What the form submits: keys, with {@code list[].key} for repeated groups. */
    Set<String> keys(String formKey);

    Set<String> all();
}
