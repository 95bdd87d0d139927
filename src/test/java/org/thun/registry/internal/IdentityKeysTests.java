package org.thun.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thun.registry.CitizenNumber;
import org.thun.registry.internal.IdentityKeys.Hash;

class IdentityKeysTests {

    private static final String FIRST = "2559:a-secret-of-at-least-32-characters-1";
    private static final String SECOND = "2560:a-secret-of-at-least-32-characters-2";
    private static final CitizenNumber NUMBER = CitizenNumber.read("1101700230708").orElseThrow();

    @Test
    void giveTheSameNumberTheSameHashAndAnotherUnderAnotherKey() {
        IdentityKeys first = new IdentityKeys(FIRST, List.of());
        assertThat(first.hash(NUMBER)).isEqualTo(new IdentityKeys(FIRST, List.of()).hash(NUMBER));
        assertThat(first.hash(NUMBER).hash()).hasSize(64).doesNotContain("1101700230708");
        assertThat(new IdentityKeys(SECOND, List.of()).hash(NUMBER).hash()).isNotEqualTo(first.hash(NUMBER).hash());
    }

    @Test
    void stillRecogniseWhatWasHashedUnderAFormerKey() {
        IdentityKeys changed = new IdentityKeys(SECOND, List.of(FIRST));
        assertThat(changed.hash(NUMBER).keyId()).isEqualTo("2560");
        assertThat(changed.hashes(NUMBER)).extracting(Hash::keyId).containsExactly("2560", "2559");
        assertThat(changed.hashes(NUMBER)).contains(new IdentityKeys(FIRST, List.of()).hash(NUMBER));
    }

    @Test
    void areAbsentUnlessConfiguredAndRefuseASecretThatIsNone() {
        assertThat(new IdentityKeys("", List.of()).present()).isFalse();
        assertThatThrownBy(() -> new IdentityKeys("1:short", List.of())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new IdentityKeys("no-id-but-long-enough-to-be-a-secret-of-32", List.of()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new IdentityKeys("", List.of(FIRST))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new IdentityKeys(FIRST, List.of(FIRST))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sayWhatToSetWithoutPrintingTheSecret() {
        assertThatThrownBy(() -> new IdentityKeys("1:hunter2", List.of())).hasMessageNotContaining("hunter2");
    }
}
