package org.thun.programmes.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.ui.ConcurrentModel;
import org.springframework.ui.Model;
import org.thun.identity.Actor;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.programmes.DefinitionProblem;
import org.thun.programmes.Programmes;
import org.thun.shared.LocalizedText;
import org.thun.shared.Problem;

class FaultListTests {

    private static final DefinitionProblem FAULT =
            new DefinitionProblem("a.yaml", 3, Problem.of("programmes.fault.unknown_key", "titel"));

    private final Programmes programmes = mock(Programmes.class);

    @Test
    void faultsOfFilesAreShownToThoseWhoCanHaveThemCorrected() {
        given(programmes.problems()).willReturn(List.of(FAULT));
        assertThat(faultsSeenBy(Role.PO)).isEqualTo(List.of(FAULT));
        assertThat(faultsSeenBy(Role.SA)).isEqualTo(List.of(FAULT));
        assertThat(faultsSeenBy(Role.EV)).isEqualTo(List.of());
    }

    private Object faultsSeenBy(Role role) {
        Model model = new ConcurrentModel();
        Post post = new Post(role, ScopeKind.ALL, "*", LocalDate.EPOCH, null);
        new ProgrammePages(programmes)
                .list(new Actor("a", "a", new LocalizedText("ก", null), List.of(post), null), model);
        return model.getAttribute("faults");
    }
}
