package org.thun.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;
import org.thun.shared.DateRange;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.shared.Problem;
import org.thun.web.internal.TestTexts;

class FormatsTests {

    private static final Locale THAI = Locale.forLanguageTag("th");
    private static final LocalDate TODAY = LocalDate.of(2017, 2, 15);

    private final Formats fmt = new Formats(TestTexts.all(), () -> Instant.parse("2017-02-15T03:00:00Z"));

    @BeforeEach
    void readsThai() {
        LocaleContextHolder.setLocale(THAI);
    }

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    @DisplayName("BR-40: dates show the Buddhist era in Thai and the common era in English")
    void writesDatesInTheReadersEra() {
        LocalDate day = LocalDate.of(2016, 5, 1);
        assertThat(fmt.date(day)).isEqualTo("1 พ.ค. 2559");
        assertThat(fmt.dateLong(day)).isEqualTo("1 พฤษภาคม 2559");
        assertThat(fmt.month(day)).isEqualTo("พ.ค. 2559");
        assertThat(fmt.dateTime(LocalDateTime.of(2016, 5, 1, 9, 5))).isEqualTo("1 พ.ค. 2559 09:05");
        english();
        assertThat(fmt.date(day)).isEqualTo("1 May 2016");
        assertThat(fmt.range(new DateRange(day, day.plusMonths(1)))).isEqualTo("1 May 2016 – 1 Jun 2016");
    }

    @Test
    void tellsTheTimeInBangkok() {
        assertThat(fmt.dateTime(Instant.parse("2016-05-01T18:30:00Z"))).isEqualTo("2 พ.ค. 2559 01:30");
    }

    @Test
    void tellsInWordsHowFarADueDayIs() {
        assertThat(fmt.due(TODAY.minusDays(3))).isEqualTo("ช้า 3 วัน");
        assertThat(fmt.due(TODAY)).isEqualTo("วันนี้");
        assertThat(fmt.due(TODAY.plusDays(5))).isEqualTo("อีก 5 วัน");
        assertThat(fmt.due((LocalDate) null)).isEqualTo("ไม่มีกำหนด");
        english();
        assertThat(fmt.due(TODAY.minusDays(3))).isEqualTo("late by 3 days");
        assertThat(fmt.due(TODAY.minusDays(1))).isEqualTo("late by 1 day");
        assertThat(fmt.due(TODAY.plusDays(1))).isEqualTo("in 1 day");
        assertThat(fmt.due(Instant.parse("2017-02-15T16:59:59Z"))).isEqualTo("Today");
        assertThat(fmt.due(Instant.parse("2017-02-15T17:00:00Z"))).isEqualTo("in 1 day");
    }

    @Test
    void namesHowUrgentADueDayIs() {
        assertThat(fmt.urgency(TODAY.minusDays(1))).isEqualTo("late");
        assertThat(fmt.urgency(TODAY)).isEqualTo("today");
        assertThat(fmt.urgency(TODAY.plusDays(7))).isEqualTo("soon");
        assertThat(fmt.urgency(TODAY.plusDays(8))).isEqualTo("later");
        assertThat(fmt.urgency((LocalDate) null)).isEqualTo("later");
    }

    @Test
    void writesAmountsAndNumbersWithSeparators() {
        assertThat(fmt.money(Money.parse("1234567.5"))).isEqualTo("1,234,567.50");
        assertThat(fmt.baht(Money.ofBaht(-20))).isEqualTo("-20.00 บาท");
        assertThat(fmt.integer(1234567)).isEqualTo("1,234,567");
        assertThat(fmt.decimal(new BigDecimal("1234.50"))).isEqualTo("1,234.5");
        assertThat(fmt.percent(new BigDecimal("89.99"))).isEqualTo("89.99%");
        assertThat(fmt.percent(100)).isEqualTo("100%");
    }

    @Test
    void showsMissingValuesAsMissingAndNeverAsZero() {
        assertThat(fmt.any(null)).isEqualTo("–");
        assertThat(fmt.money(null)).isEqualTo("–");
        assertThat(fmt.date(null)).isEqualTo("–");
        assertThat(fmt.percent(null)).isEqualTo("–");
        assertThat(fmt.any(List.of())).isEqualTo("–");
        assertThat(fmt.any(0)).isEqualTo("0");
    }

    @Test
    void writesAnyValueByItsType() {
        LocalizedText text = new LocalizedText("ศูนย์เชียงใหม่", "Chiang Mai centre");
        assertThat(fmt.any(text)).isEqualTo("ศูนย์เชียงใหม่");
        assertThat(fmt.any(true)).isEqualTo("ใช่");
        assertThat(fmt.any(List.of(Money.ofBaht(1), TODAY))).isEqualTo("1.00, 15 ก.พ. 2560");
        english();
        assertThat(fmt.any(text)).isEqualTo("Chiang Mai centre");
        assertThat(fmt.any(new LocalizedText("เท่านี้", null))).isEqualTo("เท่านี้");
        assertThat(fmt.any(true)).isEqualTo("Yes");
    }

    @Test
    void writesProblemsWithTheirArgumentsForTheReader() {
        StaticMessageSource texts = new StaticMessageSource();
        texts.addMessage("tranche.tooMuch", THAI, "ขอได้ไม่เกิน {0} บาท ภายใน {1}");
        texts.addMessage("tranche.tooMuch", Locale.ENGLISH, "at most {0} baht by {1}");
        Formats formats = new Formats(texts, () -> Instant.EPOCH);
        Problem problem = Problem.at("amount", "tranche.tooMuch", Money.ofBaht(5000), TODAY).under("BR-04");
        assertThat(formats.problem(problem)).isEqualTo("ขอได้ไม่เกิน 5,000.00 บาท ภายใน 15 ก.พ. 2560");
        english();
        assertThat(formats.problems(List.of(problem)))
                .containsExactly(new ProblemText("amount", "at most 5,000.00 baht by 15 Feb 2017", "BR-04"));
    }

    @Test
    void namesConstantsByModuleAndType() {
        StaticMessageSource texts = new StaticMessageSource();
        texts.addMessage("web.Colour.RED", THAI, "แดง");
        assertThat(new Formats(texts, () -> Instant.EPOCH).any(Colour.RED)).isEqualTo("แดง");
    }

    private enum Colour {
        RED
    }

    private static void english() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }
}
