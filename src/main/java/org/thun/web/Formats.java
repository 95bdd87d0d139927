package org.thun.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thun.shared.BusinessClock;
import org.thun.shared.DateRange;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.shared.Problem;
import org.thun.shared.ThaiDates;

/**
 * Values as this reader sees them, in the language of the current request. Templates call it as {@code ${@fmt.…}}. What
 * is missing shows as an en dash, never as zero.
 */
@Component("fmt")
public class Formats {

    /** Stands for a value that is not known. */
    public static final String MISSING = "–";

    /** A day nearer than this is called "soon". */
    private static final int SOON_DAYS = 7;

    private static final DecimalFormat WHOLE = format("#,##0");
    private static final DecimalFormat DECIMAL = format("#,##0.##");

    private final MessageSource messages;
    private final BusinessClock clock;

    Formats(MessageSource messages, BusinessClock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Any value by its type: texts in the reader's language, amounts, dates, numbers, yes and no, problems, lists
     * joined by commas, enums by their message (see {@link #name(Enum)}). This is also how arguments of messages are
     * written, so a year or a code must be handed over as a string.
     */
    public String any(Object value) {
        if (value == null) {
            return MISSING;
        }
        if (value instanceof Optional<?> optional) {
            return any(optional.orElse(null));
        }
        if (value instanceof CharSequence text) {
            return text.toString().isBlank() ? MISSING : text.toString();
        }
        if (value instanceof LocalizedText text) {
            return text(text);
        }
        if (value instanceof Money money) {
            return money(money);
        }
        if (value instanceof LocalDate date) {
            return date(date);
        }
        if (value instanceof LocalDateTime at) {
            return dateTime(at);
        }
        if (value instanceof Instant at) {
            return dateTime(at);
        }
        if (value instanceof DateRange range) {
            return range(range);
        }
        if (value instanceof Boolean yes) {
            return message(yes ? "web.yes" : "web.no");
        }
        if (value instanceof BigDecimal number) {
            return decimal(number);
        }
        if (value instanceof Number number) {
            return integer(number);
        }
        if (value instanceof Enum<?> constant) {
            return name(constant);
        }
        if (value instanceof Problem problem) {
            return problem(problem);
        }
        if (value instanceof Collection<?> values) {
            return values.isEmpty() ? MISSING : values.stream().map(this::any).collect(Collectors.joining(", "));
        }
        return value.toString();
    }

    /** The text in the reader's language. */
    public String text(LocalizedText text) {
        return text == null ? MISSING : text.in(locale());
    }

    /** {@code 1,234.50}, without a unit: the label or the column says "baht". */
    public String money(Money money) {
        return money == null ? MISSING : money.formatted();
    }

    /** {@code 1,234.50 บาท}, for running text. */
    public String baht(Money money) {
        return money == null ? MISSING : message("web.baht", money);
    }

    /** {@code 1 พ.ค. 2559}. */
    public String date(LocalDate date) {
        return date == null ? MISSING : ThaiDates.formatShort(date, locale());
    }

    /** {@code 1 พฤษภาคม 2559}. */
    public String dateLong(LocalDate date) {
        return date == null ? MISSING : ThaiDates.formatLong(date, locale());
    }

    /** {@code พ.ค. 2559}. */
    public String month(LocalDate date) {
        return date == null ? MISSING : ThaiDates.formatMonth(date, locale());
    }

    /** From the first to the last day, both included. */
    public String range(DateRange range) {
        return range == null ? MISSING : date(range.from()) + " – " + date(range.to());
    }

    /** {@code 1 พ.ค. 2559 09:05}. */
    public String dateTime(LocalDateTime at) {
        return at == null ? MISSING : ThaiDates.formatDateTime(at, locale());
    }

    /** The same in Bangkok's time. */
    public String dateTime(Instant at) {
        return at == null ? MISSING : dateTime(LocalDateTime.ofInstant(at, BusinessClock.ZONE));
    }

    /** {@code 12,345}. */
    public String integer(Number number) {
        return number == null ? MISSING : number(WHOLE, number);
    }

    /** At most two decimals, those that carry something: {@code 1,234.5}. */
    public String decimal(Number number) {
        return number == null ? MISSING : number(DECIMAL, number);
    }

    /** A number that already counts in hundredths: 89.99 shows as {@code 89.99%}. */
    public String percent(Number percent) {
        return percent == null ? MISSING : decimal(percent) + "%";
    }

    /**
     * A constant by its message {@code <module>.<EnumName>.<CONSTANT>}, such as {@code grants.GrantState.EFFECTIVE};
     * nested enums by their simple name.
     */
    public String name(Enum<?> constant) {
        if (constant == null) {
            return MISSING;
        }
        Class<?> type = constant.getDeclaringClass();
        String[] packages = type.getPackageName().split("\\.");
        String module = packages.length > 2 ? packages[2] : "shared";
        return message(module + "." + type.getSimpleName() + "." + constant.name());
    }

    /** How far a due day is away, in words: "late by 3 days", "today", "in 5 days". */
    public String due(LocalDate day) {
        if (day == null) {
            return message("web.due.none");
        }
        long days = daysUntil(day);
        if (days < 0) {
            return message("web.due.late", -days);
        }
        return days == 0 ? message("web.due.today") : message("web.due.in", days);
    }

    public String due(LocalDateTime at) {
        return due(at == null ? null : at.toLocalDate());
    }

    public String due(Instant at) {
        return due(at == null ? null : LocalDate.ofInstant(at, BusinessClock.ZONE));
    }

    /** {@code late}, {@code today}, {@code soon} (within a week) or {@code later}: what the style sheet colours by. */
    public String urgency(LocalDate day) {
        if (day == null) {
            return "later";
        }
        long days = daysUntil(day);
        if (days < 0) {
            return "late";
        }
        if (days == 0) {
            return "today";
        }
        return days <= SOON_DAYS ? "soon" : "later";
    }

    public String urgency(LocalDateTime at) {
        return urgency(at == null ? null : at.toLocalDate());
    }

    public String urgency(Instant at) {
        return urgency(at == null ? null : LocalDate.ofInstant(at, BusinessClock.ZONE));
    }

    /** What stands against a command, in the reader's words. */
    public String problem(Problem problem) {
        return message(problem.messageKey(), problem.args().toArray());
    }

    /** Problems as islands and the API receive them. */
    public List<ProblemText> problems(List<Problem> problems) {
        return problems.stream()
                .map(problem -> new ProblemText(problem.field(), problem(problem), problem.rule()))
                .toList();
    }

    /** A text of the message bundles; its arguments are written by {@link #any(Object)}. */
    public String message(String key, Object... args) {
        Object[] written = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            // Whole numbers stay numbers: a message may choose singular or plural by them.
            written[i] = args[i] instanceof Integer || args[i] instanceof Long ? args[i] : any(args[i]);
        }
        return messages.getMessage(key, written, locale());
    }

    /** The same with the arguments in a list. */
    public String message(String key, List<?> args) {
        return message(key, args.toArray());
    }

    /** Whether a value is a number or an amount: such cells stand right-aligned. */
    public boolean numeric(Object value) {
        return value instanceof Money || value instanceof Number;
    }

    /** Whether a column holds numbers and nothing else, apart from cells that are not known. */
    public boolean numericColumn(List<? extends List<?>> rows, int column) {
        List<?> known = rows.stream().map(row -> row.get(column)).filter(Objects::nonNull).toList();
        return !known.isEmpty() && known.stream().allMatch(this::numeric);
    }

    private long daysUntil(LocalDate day) {
        return ChronoUnit.DAYS.between(clock.today(), day);
    }

    /** A copy writes: formats are not for several threads, and making one of its pattern takes longer than writing. */
    private static String number(DecimalFormat format, Number number) {
        return ((DecimalFormat) format.clone()).format(number);
    }

    private static DecimalFormat format(String pattern) {
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
