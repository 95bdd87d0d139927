package org.thun.reporting.internal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The monitoring report as one file that opens anywhere: the accessible original, since PDF here carries no tags. */
final class MonitoringHtml {

    private static final String TEMPLATE = "reporting/monitoring";

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    MonitoringHtml() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver(MonitoringHtml.class.getClassLoader());
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.setTemplateResolver(templates);
    }

    byte[] document(MonitoringView view) {
        return engine.process(TEMPLATE, context(view)).getBytes(StandardCharsets.UTF_8);
    }

    /** The same as part of another page: the style of its classes and one article. */
    String article(MonitoringView view) {
        return engine.process(TEMPLATE, Set.of("style", "report"), context(view));
    }

    private static Context context(MonitoringView view) {
        return new Context(view.locale(), Map.of("view", view));
    }
}
