package org.thun.tasks.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.thun.shared.Money;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.shared.ThaiDates;

/**
 * Turns what was submitted into a command: unknown keys and wrong types are refused, every field with its own problem, and
 * the command's constraints are checked. Dates and amounts are read as people write them (BR-40, BR-45).
 */
@Component
class CommandBinder {

    private static final String DEFAULT_MESSAGE_PREFIX = "{jakarta.validation";

    private final ObjectMapper strict;
    private final Validator validator;

    CommandBinder(Validator validator) {
        this.validator = validator;
        SimpleModule people = new SimpleModule()
                .addDeserializer(Money.class, new Typed<>(Money::parse, "tasks.problem.money"))
                .addDeserializer(LocalDate.class, new Typed<>(ThaiDates::parse, "tasks.problem.date"))
                .addDeserializer(String.class, new PlainText());
        this.strict = JsonMapper.builder()
                .addModule(people)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .build();
    }

    <C extends Record> Outcome<C> bind(Map<String, Object> data, Class<C> type) {
        JsonNode tree = strict.valueToTree(data);
        List<Problem> problems = new ArrayList<>();
        Set<String> unknown = new LinkedHashSet<>(data.keySet());
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            unknown.remove(component.getName());
            values[i] = read(tree.get(component.getName()), component, problems);
        }
        unknown.forEach(key -> problems.add(Problem.at(key, "tasks.problem.unknownField", key)));
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        C command = construct(type, components, values);
        validator.validate(command).forEach(violation -> problems.add(problem(violation)));
        return problems.isEmpty() ? Outcome.done(command) : Outcome.refused(problems);
    }

    private Object read(JsonNode node, RecordComponent component, List<Problem> problems) {
        if (node == null || node.isNull() || node.isTextual() && node.textValue().isBlank()) {
            return absent(component.getType());
        }
        try {
            return strict.readerFor(strict.constructType(component.getGenericType())).readValue(node);
        } catch (JsonMappingException e) {
            String path = component.getName() + path(e);
            problems.add(Problem.at(path, messageKey(e, component), node.isValueNode() ? node.asText() : path));
        } catch (IOException e) {
            problems.add(Problem.at(component.getName(), "tasks.problem.type", component.getName()));
        }
        return absent(component.getType());
    }

    private static Object absent(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type.isPrimitive()) {
            throw new IllegalStateException("a command's numbers are boxed, so that a missing one can be told from 0");
        }
        return List.class == type ? List.of() : null;
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            path.append(step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName());
        }
        return path.toString();
    }

    private static String messageKey(JsonMappingException e, RecordComponent component) {
        if (e instanceof NotReadable unreadable) {
            return unreadable.messageKey;
        }
        if (e instanceof UnrecognizedPropertyException) {
            return "tasks.problem.unknownField";
        }
        if (component.getType().isEnum()) {
            return "tasks.problem.choice";
        }
        return Number.class.isAssignableFrom(component.getType()) ? "tasks.problem.number" : "tasks.problem.type";
    }

    private static <C extends Record> C construct(Class<C> type, RecordComponent[] components, Object[] values) {
        try {
            Constructor<C> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("command " + type.getName() + " cannot be made from its parts", e);
        }
    }

    private static Problem problem(ConstraintViolation<?> violation) {
        String template = violation.getMessageTemplate();
        String constraint =
                violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
        String key = template.startsWith(DEFAULT_MESSAGE_PREFIX) ? "tasks.problem." + constraint : template;
        Map<String, Object> attributes =
                new TreeMap<>(violation.getConstraintDescriptor().getAttributes());
        Object[] args = attributes.entrySet().stream()
                .filter(attribute -> attribute.getValue() instanceof Number || attribute.getKey().equals("value"))
                .map(Map.Entry::getValue)
                .toArray();
        return Problem.at(violation.getPropertyPath().toString(), key, args);
    }

    /** A value that could not be read, with the text that says so. */
    private static final class NotReadable extends JsonMappingException {

        private final String messageKey;

        NotReadable(JsonParser parser, String messageKey, Throwable cause) {
            super(parser, messageKey, cause);
            this.messageKey = messageKey;
        }
    }

    /** Reads a value from the text (or plain number) that a person typed. */
    private static final class Typed<T> extends JsonDeserializer<T> {

        private final Function<String, T> parse;
        private final String messageKey;

        Typed(Function<String, T> parse, String messageKey) {
            this.parse = parse;
            this.messageKey = messageKey;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode node = parser.readValueAsTree();
            if (node.isTextual() && node.textValue().isBlank()) {
                return null;
            }
            if (!node.isValueNode() || node.isBoolean()) {
                throw new NotReadable(parser, messageKey, null);
            }
            try {
                return parse.apply(node.isNumber() ? node.decimalValue().toPlainString() : node.textValue());
            } catch (IllegalArgumentException e) {
                throw new NotReadable(parser, messageKey, e);
            }
        }
    }

    /** Texts are trimmed; a blank text is no text. */
    private static final class PlainText extends JsonDeserializer<String> {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context)
                throws IOException, JsonProcessingException {
            JsonNode node = parser.readValueAsTree();
            if (!node.isTextual()) {
                throw new NotReadable(parser, "tasks.problem.text", null);
            }
            String text = node.textValue().strip();
            return text.isEmpty() ? null : text;
        }
    }
}
