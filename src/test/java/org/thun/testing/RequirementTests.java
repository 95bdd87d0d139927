package org.thun.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequirementTests {

    @Test
    void runsWhenNothingIsMissing() {
        assertThat(Requirement.decide(Optional.empty(), true).isDisabled()).isFalse();
        assertThat(Requirement.decide(Optional.empty(), false).isDisabled()).isFalse();
    }

    @Test
    void skipsWithTheReasonOnADevelopersMachine() {
        var decision = Requirement.decide(Optional.of("no server"), false);

        assertThat(decision.isDisabled()).isTrue();
        assertThat(decision.getReason()).contains("no server");
    }

    @Test
    void failsInsteadOfSkippingOnCi() {
        assertThatThrownBy(() -> Requirement.decide(Optional.of("no server"), true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no server");
    }

    @Test
    void missesAServerThatDoesNotAnswerAndSaysHowToStartOne() {
        assertThat(new MySqlServer("jdbc:mysql://127.0.0.1:1/").whyUnreachable()).hasValueSatisfying(reason ->
                assertThat(reason).contains("jdbc:mysql://127.0.0.1:1/").contains("dev/mysql start"));
    }

    @Test
    void missesABrowserThatIsNotThereOrCannotBeRun(@TempDir Path directory) throws Exception {
        Path notExecutable = Files.createFile(directory.resolve("chromium"));

        assertThat(Chromium.whyMissing(directory.resolve("none"))).isPresent();
        assertThat(Chromium.whyMissing(notExecutable)).hasValueSatisfying(reason ->
                assertThat(reason).contains(notExecutable.toString()));
    }
}
