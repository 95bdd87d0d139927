package org.thun.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The permission matrix: which role may do what with which kind of object. Data, read once from {@code permissions.csv}. */
final class Permissions {

    private static final Permissions MATRIX = load();

    private final Map<ObjectKind, Map<Role, String>> cells;

    private Permissions(Map<ObjectKind, Map<Role, String>> cells) {
        this.cells = cells;
    }

    static Permissions matrix() {
        return MATRIX;
    }

    boolean allows(Role role, Action action, ObjectKind kind) {
        String cell = cell(role, kind);
        return action == Action.READ
                ? cell.chars().anyMatch(c -> Character.isUpperCase(c))
                : cell.indexOf(action.letter()) >= 0;
    }

    /** Whether the role's right is limited to its own unit. */
    boolean ownUnitOnly(Role role, ObjectKind kind) {
        return cell(role, kind).indexOf('o') >= 0;
    }

    /** Whether the role sees aggregates of such objects but no single one. */
    boolean aggregatesOnly(Role role, ObjectKind kind) {
        return cell(role, kind).equals("a");
    }

    private String cell(Role role, ObjectKind kind) {
        return cells.get(kind).get(role);
    }

    private static Permissions load() {
        try (InputStream in = Permissions.class.getResourceAsStream("/identity/permissions.csv");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String[]> rows = reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .toList();
            String[] roles = rows.get(0);
            Map<ObjectKind, Map<Role, String>> cells = new EnumMap<>(ObjectKind.class);
            for (String[] row : rows.subList(1, rows.size())) {
                Map<Role, String> byRole = new EnumMap<>(Role.class);
                for (int i = 1; i < roles.length; i++) {
                    byRole.put(Role.valueOf(roles[i]), row[i]);
                }
                cells.put(ObjectKind.valueOf(row[0]), byRole);
            }
            if (cells.size() != ObjectKind.values().length || roles.length != Role.values().length + 1) {
                throw new IllegalStateException("permissions.csv must name every kind of object and every role");
            }
            return new Permissions(cells);
        } catch (IOException e) {
            throw new UncheckedIOException("permissions.csv", e);
        }
    }
}
