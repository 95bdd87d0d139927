package org.thun.indicators.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.indicators.NumberCodes;
import org.thun.indicators.Place;
import org.thun.indicators.internal.CodeMapper.CodeRow;
import org.thun.shared.BusinessClock;

/**
 * Makes codes by hashing what they stand for: the same figure has the same code on every node and in every print, without
 * asking anybody. Where two figures meet in one code, the later one is hashed again with a number.
 */
@Service
class CodeBook implements NumberCodes {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final int BITS_PER_LETTER = 5;

    /** Decimals that are kept of a printed value. */
    private static final int SCALE = 4;

    /** Rows of one statement. */
    private static final int CHUNK = 200;

    private final CodeMapper codes;
    private final Grants grants;
    private final BusinessClock clock;

    CodeBook(CodeMapper codes, Grants grants, BusinessClock clock) {
        this.codes = codes;
        this.grants = grants;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Map<Figure, String> codesFor(Grant grant, LocalDate asOf, String snapshotId, Collection<Figure> figures) {
        Map<Figure, String> found = new LinkedHashMap<>();
        List<Figure> open = List.copyOf(figures);
        for (int attempt = 0; !open.isEmpty(); attempt++) {
            open = settle(grant, asOf, snapshotId, open, attempt, found);
        }
        return found;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PrintedFigure> find(String typed, Actor actor) {
        return NumberCodes.read(typed)
                .flatMap(code -> codes.find(List.of(code)).stream().findFirst())
                .filter(row -> grants.find(row.grantId(), actor)
                        .filter(grant -> actor.may(Action.READ, ObjectKind.MEASUREMENT, grant.scope()))
                        .isPresent())
                .map(row -> new PrintedFigure(row.code(), row.grantId(),
                        new Figure(row.indicatorId(), new Place(row.placeKind(), row.placeCode()), plain(row.printed())),
                        row.asOf(), row.snapshotId(), row.madeAt()));
    }

    /** Gives each figure its code of that attempt; returns those whose code stands for something else. */
    private List<Figure> settle(Grant grant, LocalDate asOf, String snapshotId, List<Figure> figures, int attempt,
            Map<Figure, String> found) {
        LocalDateTime now = clock.dateTime();
        Map<Figure, CodeRow> wanted = new LinkedHashMap<>();
        figures.forEach(figure -> wanted.put(figure, row(grant.id(), asOf, snapshotId, figure, attempt, now)));
        List<CodeRow> rows = wanted.values().stream().sorted(Comparator.comparing(CodeRow::code)).toList();
        Map<String, CodeRow> kept = keep(rows);
        List<Figure> taken = new ArrayList<>();
        wanted.forEach((figure, row) -> {
            if (kept.get(row.code()).sameAs(row)) {
                found.put(figure, row.code());
            } else {
                taken.add(figure);
            }
        });
        return taken;
    }

    private Map<String, CodeRow> keep(List<CodeRow> rows) {
        Map<String, CodeRow> kept = new LinkedHashMap<>();
        for (int from = 0; from < rows.size(); from += CHUNK) {
            List<CodeRow> chunk = rows.subList(from, Math.min(from + CHUNK, rows.size()));
            List<String> wanted = chunk.stream().map(CodeRow::code).distinct().toList();
            Map<String, CodeRow> before = byCode(codes.find(wanted));
            List<CodeRow> missing = chunk.stream().filter(row -> !before.containsKey(row.code())).toList();
            if (!missing.isEmpty()) {
                codes.add(missing);
            }
            kept.putAll(missing.isEmpty() ? before : byCode(codes.find(wanted)));
        }
        return kept;
    }

    private static Map<String, CodeRow> byCode(List<CodeRow> rows) {
        return rows.stream().collect(Collectors.toMap(CodeRow::code, Function.identity()));
    }

    private static CodeRow row(String grantId, LocalDate asOf, String snapshotId, Figure figure, int attempt,
            LocalDateTime now) {
        BigDecimal printed = figure.value().setScale(SCALE, RoundingMode.HALF_UP);
        String key = String.join("|", String.valueOf(attempt), grantId, figure.indicatorId(),
                figure.place().kind().name(), figure.place().code(), asOf.toString(), plain(printed).toPlainString(),
                snapshotId == null ? "" : snapshotId);
        return new CodeRow(code(key), grantId, figure.indicatorId(), figure.place().kind(), figure.place().code(), asOf,
                printed, snapshotId, now);
    }

    private static String code(String key) {
        byte[] hash = sha256(key);
        long bits = 0;
        for (int i = 0; i < LENGTH * BITS_PER_LETTER / Byte.SIZE; i++) {
            bits = bits << Byte.SIZE | hash[i] & 0xFF;
        }
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = LENGTH - 1; i >= 0; i--) {
            code.append(ALPHABET.charAt((int) (bits >> i * BITS_PER_LETTER) & (1 << BITS_PER_LETTER) - 1));
        }
        return code.toString();
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(value.stripTrailingZeros().toPlainString());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
