package org.thun.programmes.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.thun.programmes.DefinitionProblem;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.shared.Problem;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping of a YAML file, read key by key. Every fault is noted with its line and answered with a harmless stand-in, so
 * that one reading finds all faults; what was read is thrown away if there are any. A key that the file does not give is
 * looked up in the same place of the defaults, where there is one.
 */
final class YamlSection {

    private static final String STAND_IN = "?";

    private final String file;
    private final int line;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
    private final YamlSection defaults;
    private final List<DefinitionProblem> problems;
    private final Set<String> asked = new HashSet<>();
    private final List<YamlSection> children = new ArrayList<>();

    private YamlSection(String file, Node node, YamlSection defaults, List<DefinitionProblem> problems) {
        this.file = file;
        this.line = lineOf(node);
        this.defaults = defaults;
        this.problems = problems;
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (!(entry.getKeyNode() instanceof ScalarNode name)) {
                    report(lineOf(entry.getKeyNode()), "not_a_name");
                } else if (entries.putIfAbsent(name.getValue(), entry) != null) {
                    report(lineOf(name), "key_twice", name.getValue());
                }
            }
        } else {
            report(line, "not_a_mapping");
        }
    }

    /** The root of a file. */
    static YamlSection root(String file, Node node, YamlSection defaults, List<DefinitionProblem> problems) {
        return new YamlSection(file, node, defaults, problems);
    }

    /** A value with the line it stands in. */
    record Scalar(String value, int line) {}

    int line() {
        return line;
    }

    /** The line of a key's value; the section's own line if the file does not give the key. */
    int line(String key) {
        NodeTuple entry = entries.get(key);
        return entry == null ? line : lineOf(entry.getValueNode());
    }

    /** Whether the file itself gives the key, leaving defaults aside. */
    boolean has(String key) {
        NodeTuple entry = entries.get(key);
        return entry != null && !isNull(entry.getValueNode());
    }

    void report(int atLine, String fault, Object... args) {
        problems.add(new DefinitionProblem(file, atLine, Problem.of("programmes.fault." + fault, args)));
    }

    void reportAt(String key, String fault, Object... args) {
        report(line(key), fault, args);
    }

    /** Reports every key of this section and those below it that nobody asked for. */
    void finish() {
        entries.forEach((name, entry) -> {
            if (!asked.contains(name)) {
                report(lineOf(entry.getKeyNode()), "unknown_key", name);
            }
        });
        children.forEach(YamlSection::finish);
    }

    String text(String key) {
        return required(key, optionalText(key)).orElse(STAND_IN);
    }

    Optional<String> optionalText(String key) {
        return scalar(key).map(Scalar::value);
    }

    Optional<Scalar> scalar(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return fallback(key).flatMap(other -> other.scalar(key));
        }
        return scalar(node.get());
    }

    List<Scalar> scalars(String key) {
        Optional<List<Node>> items = items(key);
        if (items.isEmpty()) {
            return fallback(key).map(other -> other.scalars(key)).orElse(List.of());
        }
        return items.get().stream().flatMap(item -> scalar(item).stream()).toList();
    }

    List<Integer> integers(String key) {
        return scalars(key).stream().flatMap(item -> toInteger(item).stream()).toList();
    }

    int integer(String key) {
        return required(key, optionalInteger(key)).orElse(1);
    }

    Optional<Integer> optionalInteger(String key) {
        return scalar(key).map(value -> toInteger(value).orElse(1));
    }

    /** A whole number of one or more. */
    int positive(String key) {
        return optionalPositive(key).orElseGet(() -> required(key, Optional.<Integer>empty()).orElse(1));
    }

    Optional<Integer> optionalPositive(String key) {
        Optional<Integer> number = optionalInteger(key);
        if (number.filter(n -> n < 1).isPresent()) {
            reportAt(key, "not_positive", key);
            return Optional.of(1);
        }
        return number;
    }

    BigDecimal decimal(String key) {
        return required(key, optionalDecimal(key)).orElse(BigDecimal.ONE);
    }

    Optional<BigDecimal> optionalDecimal(String key) {
        return scalar(key).map(value -> toDecimal(value).orElse(BigDecimal.ONE));
    }

    /** A share from 0 to 100. */
    BigDecimal percent(String key) {
        BigDecimal value = decimal(key);
        if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(100)) > 0) {
            reportAt(key, "not_a_percentage", key);
        }
        return value;
    }

    Money money(String key) {
        return required(key, optionalMoney(key)).orElse(Money.ZERO);
    }

    Optional<Money> optionalMoney(String key) {
        return scalar(key).map(value -> {
            BigDecimal baht = toDecimal(value).orElse(BigDecimal.ONE);
            if (baht.signum() <= 0 || baht.stripTrailingZeros().scale() > 2) {
                report(value.line(), "not_an_amount", value.value());
                return Money.ZERO;
            }
            return Money.of(baht);
        });
    }

    boolean flag(String key) {
        Optional<Scalar> value = scalar(key);
        if (value.isPresent() && !value.get().value().matches("true|false")) {
            report(value.get().line(), "not_a_flag", value.get().value());
        }
        return value.filter(v -> v.value().equals("true")).isPresent();
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        return required(key, optionalChoice(key, type)).orElse(type.getEnumConstants()[0]);
    }

    <E extends Enum<E>> Optional<E> optionalChoice(String key, Class<E> type) {
        return scalar(key).map(value -> toChoice(value, type).orElse(type.getEnumConstants()[0]));
    }

    <E extends Enum<E>> List<E> choices(String key, Class<E> type) {
        return scalars(key).stream().flatMap(item -> toChoice(item, type).stream()).toList();
    }

    LocalizedText localized(String key) {
        return required(key, optionalLocalized(key)).orElse(new LocalizedText(STAND_IN, null));
    }

    Optional<LocalizedText> optionalLocalized(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return fallback(key).flatMap(other -> other.optionalLocalized(key));
        }
        return Optional.of(toLocalized(node.get()));
    }

    List<LocalizedText> localizedList(String key) {
        Optional<List<Node>> items = items(key);
        if (items.isEmpty()) {
            return fallback(key).map(other -> other.localizedList(key)).orElse(List.of());
        }
        return items.get().stream().map(this::toLocalized).toList();
    }

    /** The text that this section itself is: its keys {@code th} and {@code en}. */
    LocalizedText ownText() {
        return new LocalizedText(text("th"), optionalText("en").orElse(null));
    }

    /** A section that must be there, in the file or in the defaults. */
    YamlSection section(String key) {
        return required(key, optionalSection(key)).orElseGet(() -> {
            Node nothing = new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK);
            return new YamlSection(file, nothing, null, new ArrayList<>());
        });
    }

    Optional<YamlSection> optionalSection(String key) {
        Optional<YamlSection> fallback = fallback(key).flatMap(other -> other.optionalSection(key));
        return node(key).map(value -> child(value, fallback.orElse(null))).or(() -> fallback);
    }

    List<YamlSection> sections(String key) {
        Optional<List<Node>> items = items(key);
        if (items.isEmpty()) {
            return fallback(key).map(other -> other.sections(key)).orElse(List.of());
        }
        return items.get().stream().map(item -> child(item, null)).toList();
    }

    /** The names of all keys, those of the file first. */
    List<String> keys() {
        Stream<String> fromDefaults = defaults == null ? Stream.of() : defaults.keys().stream();
        return Stream.concat(entries.keySet().stream(), fromDefaults).distinct().toList();
    }

    /** Notes that a list which must have entries has none. */
    <T> List<T> notEmpty(String key, List<T> list) {
        if (list.isEmpty()) {
            reportAt(key, "missing", key);
        }
        return list;
    }

    private <T> Optional<T> required(String key, Optional<T> value) {
        if (value.isEmpty()) {
            reportAt(key, "missing", key);
        }
        return value;
    }

    private YamlSection child(Node node, YamlSection childDefaults) {
        YamlSection child = new YamlSection(file, node, childDefaults, problems);
        children.add(child);
        return child;
    }

    private Optional<YamlSection> fallback(String key) {
        return defaults != null && defaults.has(key) ? Optional.of(defaults) : Optional.empty();
    }

    private Optional<Node> node(String key) {
        asked.add(key);
        return has(key) ? Optional.of(entries.get(key).getValueNode()) : Optional.empty();
    }

    private Optional<List<Node>> items(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (node.get() instanceof SequenceNode sequence) {
            return Optional.of(sequence.getValue());
        }
        reportAt(key, "not_a_list", key);
        return Optional.of(List.of());
    }

    private Optional<Scalar> scalar(Node node) {
        if (node instanceof ScalarNode scalar && !isNull(node) && !scalar.getValue().isBlank()) {
            return Optional.of(new Scalar(scalar.getValue().strip(), lineOf(node)));
        }
        report(lineOf(node), "not_a_value");
        return Optional.of(new Scalar(STAND_IN, lineOf(node)));
    }

    private LocalizedText toLocalized(Node node) {
        if (node instanceof MappingNode) {
            return child(node, null).ownText();
        }
        return new LocalizedText(scalar(node).map(Scalar::value).orElse(STAND_IN), null);
    }

    private Optional<Integer> toInteger(Scalar scalar) {
        try {
            return Optional.of(Integer.valueOf(scalar.value()));
        } catch (NumberFormatException e) {
            report(scalar.line(), "not_a_whole_number", scalar.value());
            return Optional.empty();
        }
    }

    private Optional<BigDecimal> toDecimal(Scalar scalar) {
        if (scalar.value().matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
            return Optional.of(new BigDecimal(scalar.value()));
        }
        report(scalar.line(), "not_a_number", scalar.value());
        return Optional.empty();
    }

    private <E extends Enum<E>> Optional<E> toChoice(Scalar scalar, Class<E> type) {
        for (E choice : type.getEnumConstants()) {
            if (nameOf(choice).equals(scalar.value())) {
                return Optional.of(choice);
            }
        }
        String known = String.join(", ", Stream.of(type.getEnumConstants()).map(YamlSection::nameOf).toList());
        report(scalar.line(), "not_a_choice", scalar.value(), known);
        return Optional.empty();
    }

    /** How a choice is written in a file: lower case with underscores. */
    static String nameOf(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static boolean isNull(Node node) {
        return Tag.NULL.equals(node.getTag());
    }

    private static int lineOf(Node node) {
        return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
    }
}
