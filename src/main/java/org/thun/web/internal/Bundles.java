package org.thun.web.internal;

import java.io.IOException;
import java.util.TreeSet;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * All texts: each module adds {@code messages/<module>.properties} (Thai) and {@code messages/<module>_en.properties}.
 */
final class Bundles {

    static final String PATTERN = "classpath*:messages/*.properties";

    private static final String ENGLISH_SUFFIX = "_en";

    private Bundles() {}

    static MessageSource messageSource() {
        ReloadableResourceBundleMessageSource messages = new ReloadableResourceBundleMessageSource();
        for (String module : modules()) {
            messages.addBasenames("classpath:messages/" + module);
        }
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private static TreeSet<String> modules() {
        TreeSet<String> modules = new TreeSet<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(PATTERN)) {
                String name = file.getFilename().replace(".properties", "");
                modules.add(name.endsWith(ENGLISH_SUFFIX)
                        ? name.substring(0, name.length() - ENGLISH_SUFFIX.length())
                        : name);
            }
        } catch (IOException e) {
            throw new IllegalStateException("message bundles could not be listed", e);
        }
        return modules;
    }
}
