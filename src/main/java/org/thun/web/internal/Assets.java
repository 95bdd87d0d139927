package org.thun.web.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Addresses of the built style sheets and scripts: {@code ${@assets.path('app.css')}}. */
@Component("assets")
class Assets {

    private static final String MANIFEST = "static/assets/manifest.json";

    private final Map<String, String> names;

    Assets(ObjectMapper json) {
        try (InputStream manifest = new ClassPathResource(MANIFEST).getInputStream()) {
            names = json.readValue(manifest, new TypeReference<>() {});
        } catch (IOException e) {
            throw new IllegalStateException(MANIFEST + " is missing: mvn generate-resources builds it", e);
        }
    }

    /** Address inside the application, to be completed by a link expression. */
    public String path(String name) {
        String built = names.get(name);
        if (built == null) {
            throw new IllegalArgumentException("not built by src/main/frontend: " + name);
        }
        return "/assets/" + built;
    }
}
