package org.thun.reporting.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words and number forms of one report in one language; the bundles stand beside the templates. */
final class ReportTexts {

    private static final BigDecimal FRACTIONS_BELOW = BigDecimal.valueOf(1000);
    private static final Locale THAI = Locale.forLanguageTag("th");

    private final Locale locale;
    private final ResourceBundle bundle;

    private ReportTexts(Locale locale, ResourceBundle bundle) {
        this.locale = locale;
        this.bundle = bundle;
    }

    /**
     * @param report name of the report, as its templates and bundles are named
     * @param wanted any language; what is not English is Thai
     */
    static ReportTexts of(String report, Locale wanted) {
        Locale locale = Locale.ENGLISH.getLanguage().equals(wanted.getLanguage()) ? Locale.ENGLISH : THAI;
        return new ReportTexts(locale, ResourceBundle.getBundle("reports/" + report, locale,
                ReportTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    Locale locale() {
        return locale;
    }

    ResourceBundle bundle() {
        return bundle;
    }

    /** A text with its arguments filled in; public because the page template calls it by name. */
    public String text(String code, Object... args) {
        String pattern = bundle.getString(code);
        return args.length == 0 ? pattern : new MessageFormat(pattern, locale).format(args);
    }

    /** With thousands separators; decimals only where there are any; the missing sign for a missing value. */
    String number(BigDecimal value) {
        return value == null ? text("value.missing") : format("#,##0.##", value);
    }

    /** A difference, with its sign. */
    String change(BigDecimal value) {
        return value.signum() > 0 ? "+" + number(value) : number(value);
    }

    /** A point on the way to a target: computed by days, so its fractions say little and are shortened. */
    String planned(BigDecimal value) {
        return value == null
                ? text("value.missing")
                : format(value.abs().compareTo(FRACTIONS_BELOW) < 0 ? "#,##0.#" : "#,##0", value);
    }

    /** One decimal, cut: 89.96 of a limit of 90 must not read 90.0. What is nearly nothing does not read as nothing. */
    String percent(BigDecimal value) {
        BigDecimal cut = value.setScale(1, RoundingMode.DOWN);
        if (cut.signum() != 0 || value.signum() == 0) {
            return format("#,##0.0", cut) + "%";
        }
        BigDecimal finer = value.setScale(2, RoundingMode.DOWN);
        return finer.signum() != 0 ? format("0.00", finer) + "%" : value.signum() > 0 ? "<0.01%" : ">-0.01%";
    }

    /** A share that is missing because its value is missing, or that cannot be computed although the value is there. */
    String percent(BigDecimal value, boolean hasValue) {
        return value != null ? percent(value) : text(hasValue ? "value.notApplicable" : "value.missing");
    }

    private static String format(String pattern, BigDecimal value) {
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
