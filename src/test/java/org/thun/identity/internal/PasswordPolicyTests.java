package org.thun.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thun.shared.Problem;

class PasswordPolicyTests {

    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "รหัสผ่านยาวๆ", "0123456789"})
    void acceptsLongPasswords(String password) {
        assertThat(check(password, password)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "short, identity.problem.password.short",
        "aaaaaaaaaaaa, identity.problem.password.simple",
        "somchai-2559, identity.problem.password.username",
        "SOMCHAI-2559, identity.problem.password.username",
        "รหัสผ่านที่ยาวเกินกว่าที่ระบบจะอ่านได้ทั้งหมด, identity.problem.password.long"
    })
    void refusesWhatIsEasyToGuessOrCannotBeReadToItsEnd(String password, String problem) {
        assertThat(check(password, password)).containsExactly(problem);
    }

    @Test
    void asksForTheSameTwice() {
        assertThat(check("correct horse", "correct house")).containsExactly("identity.problem.password.repeated");
        assertThat(check("correct horse", null)).containsExactly("identity.problem.password.repeated");
        assertThat(check(null, null)).containsExactly("identity.problem.password.short");
    }

    @Test
    void handsOutTemporaryPasswordsThatPassAndDiffer() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            String password = TemporaryPasswords.next();
            assertThat(password).matches("([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}");
            assertThat(seen.add(password)).isTrue();
        }
    }

    private static List<String> check(String password, String repeated) {
        return PasswordPolicy.check("somchai", password, repeated, "next").stream().map(Problem::messageKey).toList();
    }
}
