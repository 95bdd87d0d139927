package org.thun.tasks.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.thun.tasks.Forms;

@Component
class FormCatalogue implements Forms {

    private static final Map<String, String> ENGLISH_OF =
            Map.of("label", "en", "description", "enDescription", "text", "enText");

    private final Map<String, JsonNode> forms = new LinkedHashMap<>();

    FormCatalogue(ResourcePatternResolver resources, ObjectMapper json) {
        try {
            for (Resource resource : resources.getResources("classpath*:forms/*.form")) {
                JsonNode form = json.readTree(resource.getContentAsByteArray());
                String id = form.path("id").asText();
                if (!(id + ".form").equals(resource.getFilename())) {
                    throw new IllegalStateException(
                            "form " + resource.getFilename() + " must have the id of its file name, not " + id);
                }
                forms.put(id, form);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the forms", e);
        }
    }

    @Override
    public JsonNode schema(String formKey, Locale locale) {
        JsonNode schema = form(formKey).deepCopy();
        if (Locale.ENGLISH.getLanguage().equals(locale.getLanguage())) {
            translate(schema);
        }
        return schema;
    }

    @Override
    public Set<String> keys(String formKey) {
        Set<String> keys = new LinkedHashSet<>();
        collect(form(formKey).path("components"), "", keys);
        return keys;
    }

    @Override
    public Set<String> all() {
        return Set.copyOf(forms.keySet());
    }

    private JsonNode form(String formKey) {
        JsonNode form = forms.get(formKey);
        if (form == null) {
            throw new IllegalArgumentException("no form " + formKey + " in forms/");
        }
        return form;
    }

    private static void collect(JsonNode components, String prefix, Set<String> keys) {
        for (JsonNode component : components) {
            String own = component.path("key").asText("");
            if (!own.isEmpty()) {
                keys.add(prefix + own);
            }
            String path = component.path("path").asText("");
            boolean repeated = component.path("type").asText().equals("dynamiclist");
            if (repeated) {
                keys.add(prefix + path);
            }
            String inner = path.isEmpty() ? prefix : prefix + path + (repeated ? "[]." : ".");
            collect(component.path("components"), inner, keys);
        }
    }

    private static void translate(JsonNode node) {
        if (node instanceof ObjectNode object) {
            JsonNode properties = object.path("properties");
            ENGLISH_OF.forEach((thai, english) -> {
                if (properties.hasNonNull(english)) {
                    object.set(thai, properties.get(english));
                }
            });
        }
        node.forEach(FormCatalogue::translate);
    }
}
