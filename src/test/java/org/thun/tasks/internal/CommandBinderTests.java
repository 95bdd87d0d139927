package org.thun.tasks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thun.shared.Money;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

class CommandBinderTests {

    private final CommandBinder binder =
            new CommandBinder(Validation.buildDefaultValidatorFactory().getValidator());

    enum Choice {
        PASS,
        RETURN
    }

    record Line(@NotBlank String head, @NotNull Money amount) {}

    record Command(
            @NotNull Choice choice,
            String comment,
            @NotNull @Min(0) @Max(100) Integer score,
            LocalDate heldOn,
            boolean confirmed,
            List<@Valid Line> lines) {}

    @Test
    void bindsAmountsAndDatesAsPeopleWriteThem() {
        Command command = bind(Map.of(
                        "choice", "PASS",
                        "comment", "  ดี  ",
                        "score", 80,
                        "heldOn", "๑ พ.ค. ๒๕๕๙",
                        "confirmed", true,
                        "lines", List.of(Map.of("head", "WAGES", "amount", "1,234.50"))))
                .orElseThrow();
        assertThat(command)
                .isEqualTo(new Command(Choice.PASS, "ดี", 80, LocalDate.of(2016, 5, 1), true,
                        List.of(new Line("WAGES", Money.parse("1234.50")))));
    }

    @Test
    void refusesUnknownKeysAtEveryDepth() {
        Map<String, Object> data = good();
        data.put("approve", true);
        data.put("lines", List.of(Map.of("head", "WAGES", "amount", "1", "payee", "me")));
        assertThat(fields(bind(data))).containsExactlyInAnyOrder("approve", "lines[0].payee");
    }

    @Test
    void refusesEveryWrongTypeWithItsOwnField() {
        Map<String, Object> data = good();
        data.put("choice", "MAYBE");
        data.put("score", "eighty");
        data.put("heldOn", "31/2/2559");
        data.put("comment", 7);
        data.put("confirmed", "yes");
        assertThat(fields(bind(data))).containsExactlyInAnyOrder("choice", "score", "heldOn", "comment", "confirmed");
    }

    @Test
    void refusesAnAmountWithThreeDecimals() {
        Map<String, Object> data = good();
        data.put("lines", List.of(Map.of("head", "WAGES", "amount", new BigDecimal("10.005"))));
        List<Problem> problems = bind(data).problems();
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("lines[0].amount");
            assertThat(problem.messageKey()).isEqualTo("tasks.problem.money");
        });
    }

    @Test
    void refusesFractionsWhereWholeNumbersAreMeant() {
        Map<String, Object> data = good();
        data.put("score", new BigDecimal("79.5"));
        assertThat(fields(bind(data))).containsExactly("score");
    }

    @Test
    void tellsTheConstraintsThatAreBroken() {
        Map<String, Object> data = good();
        data.put("score", 101);
        data.put("lines", List.of(Map.of("head", " ", "amount", "1")));
        assertThat(bind(data).problems())
                .extracting(Problem::field, Problem::messageKey)
                .containsExactlyInAnyOrder(
                        tuple("score", "tasks.problem.Max"),
                        tuple("lines[0].head", "tasks.problem.NotBlank"));
    }

    @Test
    void treatsAMissingRequiredFieldAsMissingNotAsZero() {
        Map<String, Object> data = good();
        data.remove("score");
        assertThat(fields(bind(data))).containsExactly("score");
    }

    private static Map<String, Object> good() {
        return new HashMap<>(Map.of("choice", "PASS", "score", 80));
    }

    private Outcome<Command> bind(Map<String, Object> data) {
        return binder.bind(data, Command.class);
    }

    private static List<String> fields(Outcome<?> outcome) {
        return outcome.problems().stream().map(Problem::field).toList();
    }
}
