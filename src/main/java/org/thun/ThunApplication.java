package org.thun;

import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Thun: one application, one database, the process engine inside. */
@SpringBootApplication
@EnableScheduling
public class ThunApplication {

    public static void main(String[] args) {
        useThaiWithoutCountry();
        SpringApplication.run(ThunApplication.class, args);
    }

    /**
     * PDF line breaking asks {@link java.text.BreakIterator} for the JVM's default locale, so that must be Thai; with a
     * country ({@code th_TH}) {@link java.util.Calendar} would turn Buddhist and shift careless dates by 543 years.
     */
    public static void useThaiWithoutCountry() {
        Locale.setDefault(Locale.forLanguageTag("th"));
    }
}
