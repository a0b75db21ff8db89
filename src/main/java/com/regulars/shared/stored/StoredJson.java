package com.regulars.shared.stored;

import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes and reads JSON that stays in the database across releases. Reading is tolerant: fields that are not known are
 * passed over, fields that are missing are null or zero.
 */
@Component
public class StoredJson {

    private static final String SHAPE = "shape";

    private final JsonMapper mapper = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /** @param value a record marked as a {@link StoredShape}; its name and version stand in front of it */
    public String write(Object value) {
        ObjectNode node = mapper.createObjectNode();
        node.put(SHAPE, nameOf(value.getClass()));
        node.setAll((ObjectNode) mapper.valueToTree(value));
        return mapper.writeValueAsString(node);
    }

    /** @throws IllegalStateException when it is of another shape, or not to be read at all */
    public <T> T read(String json, Class<T> shape) {
        return find(json, shape)
                .orElseThrow(() -> new IllegalStateException("Not of the shape " + nameOf(shape) + ": " + json));
    }

    /** What was stored in this shape; empty when it is of another, or not to be read. */
    public <T> Optional<T> find(String json, Class<T> shape) {
        try {
            var node = mapper.readTree(json);
            return nameOf(shape).equals(node.path(SHAPE).asString(""))
                    ? Optional.of(mapper.treeToValue(node, shape))
                    : Optional.empty();
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** Name and version of a shape. */
    public static String nameOf(Class<?> shape) {
        return Objects.requireNonNull(shape.getAnnotation(StoredShape.class), shape::getName)
                .value();
    }
}
