package org.thun.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionsTests {

    private final Permissions matrix = Permissions.matrix();

    @ParameterizedTest
    @CsvSource({
        "GL, SUBMIT, PROPOSAL", "GL, SUBMIT, AGREEMENT", "GL, SUBMIT, TRANCHE", "GC, CREATE, ACTIVITY_PLAN",
        "GF, CREATE, TRANCHE", "GF, EDIT, PROGRESS_REPORT", "CC, SUBMIT, ACTIVITY_REPORT", "CD, CREATE, REGISTRY_RECORD",
        "MT, CHECK, PROGRESS_REPORT", "RV, APPROVE, REGISTRY_RECORD", "PO, CHECK, TRANCHE", "PO, APPROVE, MEASUREMENT",
        "AP, APPROVE, AGREEMENT", "AP, PAY, TRANCHE", "PR, CHECK, PROPOSAL", "EV, SUBMIT, ASSESSMENT",
        "EM, CREATE, EVALUATION_ASSIGNMENT", "FM, CREATE, TRANCHE", "FA, PAY, TRANCHE", "AU, READ, AUDIT_LOG",
        "FR, READ, PROGRESS_REPORT", "SA, READ, AUDIT_LOG", "SA, CREATE, ADMINISTRATION"
    })
    void allowsWhatTheTableOfRolesSays(Role role, Action action, ObjectKind kind) {
        assertThat(matrix.allows(role, action, kind)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "GL, APPROVE, PROPOSAL", "GC, SUBMIT, PROPOSAL", "GF, SUBMIT, TRANCHE", "CC, READ, PROPOSAL",
        "CD, SUBMIT, ACTIVITY_REPORT", "MT, CHECK, TRANCHE", "RV, READ, TRANCHE", "PO, APPROVE, TRANCHE",
        "AP, CHECK, TRANCHE", "PR, READ, AGREEMENT", "EV, READ, TRANCHE", "EM, APPROVE, TRANCHE",
        "FM, APPROVE, TRANCHE", "FM, PAY, TRANCHE", "FA, CREATE, TRANCHE", "AU, APPROVE, CLOSE_OUT",
        "FR, READ, AUDIT_LOG", "GL, READ, AUDIT_LOG", "SA, READ, TRANCHE", "SA, READ, PROPOSAL"
    })
    void refusesWhatTheTableOfRolesLeavesEmpty(Role role, Action action, ObjectKind kind) {
        assertThat(matrix.allows(role, action, kind)).isFalse();
    }

    @DisplayName("SD7: an administrator has no right to any business object but to read definitions and the trail")
    @ParameterizedTest
    @EnumSource(ObjectKind.class)
    void keepsAdministratorsOutOfBusiness(ObjectKind kind) {
        boolean own = kind == ObjectKind.ADMINISTRATION || kind == ObjectKind.AUDIT_LOG || kind == ObjectKind.PROGRAMME;
        for (Action action : Action.values()) {
            boolean expected = own && action == Action.READ
                    || kind == ObjectKind.ADMINISTRATION && action != Action.SUBMIT && action != Action.CHECK
                            && action != Action.PAY;
            assertThat(matrix.allows(Role.SA, action, kind)).as("%s %s", action, kind).isEqualTo(expected);
        }
    }

    @DisplayName("SD1: nobody but the programme officer both submits or creates and approves the same kind of object")
    @ParameterizedTest
    @EnumSource(ObjectKind.class)
    void letsNoRoleApproveWhatItSubmits(ObjectKind kind) {
        for (Role role : Role.values()) {
            if (role != Role.SA) {
                assertThat(matrix.allows(role, Action.SUBMIT, kind) && matrix.allows(role, Action.APPROVE, kind))
                        .as("%s of %s", kind, role)
                        .isFalse();
            }
        }
    }

    @Test
    void knowsWhoSeesAggregatesOnly() {
        assertThat(matrix.aggregatesOnly(Role.FR, ObjectKind.REGISTRY_RECORD)).isTrue();
        assertThat(matrix.allows(Role.FR, Action.READ, ObjectKind.REGISTRY_RECORD)).isFalse();
        assertThat(matrix.aggregatesOnly(Role.PO, ObjectKind.REGISTRY_RECORD)).isFalse();
    }

    @Test
    void writesEveryCellInTheLettersItKnows() throws IOException {
        try (var file = new BufferedReader(new InputStreamReader(
                getClass().getResourceAsStream("/identity/permissions.csv"), StandardCharsets.UTF_8))) {
            List<String> rows = file.lines().filter(line -> !line.startsWith("#")).toList();
            assertThat(rows.get(0)).isEqualTo("object," + String.join(",",
                    Arrays.stream(Role.values()).map(Role::name).toList()));
            for (String row : rows.subList(1, rows.size())) {
                String[] cells = row.split(",", -1);
                assertThat(cells).as(row).hasSize(Role.values().length + 1);
                for (String cell : Arrays.copyOfRange(cells, 1, cells.length)) {
                    assertThat(cell).as(row).matches("[CESVAPR]+o?|a|");
                    assertThat(cell.chars().distinct().count()).as(row).isEqualTo(cell.length());
                }
            }
        }
    }
}
