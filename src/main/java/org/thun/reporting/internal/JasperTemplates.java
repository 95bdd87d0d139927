package org.thun.reporting.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;

/** The templates of {@code reports/}, each compiled once in the life of the application. */
final class JasperTemplates {

    private final Map<String, JasperReport> compiled = new ConcurrentHashMap<>();

    JasperReport template(String name) {
        return compiled.computeIfAbsent(name, JasperTemplates::compile);
    }

    JasperPrint fill(String name, Map<String, Object> parameters, JRDataSource rows) throws JRException {
        return JasperFillManager.fillReport(template(name), parameters, rows);
    }

    private static JasperReport compile(String name) {
        String path = "/reports/" + name + ".jrxml";
        try (InputStream source = JasperTemplates.class.getResourceAsStream(path)) {
            if (source == null) {
                throw new IllegalStateException("no report template on the class path: " + path);
            }
            return JasperCompileManager.compileReport(source);
        } catch (IOException | JRException e) {
            throw new IllegalStateException("report template does not compile: " + path, e);
        }
    }
}
