package com.regulars.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.shared.stored.StoredJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Golden files of stored JSON, {@code stored/<shape>-<version>.json}: rows as some release wrote them. They are never
 * changed; a shape that has to change gets a new version and a file of its own.
 */
public final class Golden {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final StoredJson STORED = new StoredJson();

    private Golden() {}

    /** Proves that old rows can be read, that rows of a later release can, and that this release writes the same; gives what was read. */
    public static <T> T readable(Class<T> shape) {
        String golden = file(shape);
        T read = STORED.read(golden, shape);
        assertThat(STORED.read(fromTheFuture(golden), shape))
                .as("a row with fields this release does not know")
                .isEqualTo(read);
        assertThat(STORED.find("{\"shape\":\"" + StoredJson.nameOf(shape) + "\"}", shape))
                .as("a row that lacks every field")
                .isPresent();
        assertThat(JSON.readTree(STORED.write(read)))
                .as("what this release writes; changed on purpose, it is a new version")
                .isEqualTo(JSON.readTree(golden));
        return read;
    }

    private static String fromTheFuture(String golden) {
        ObjectNode node = (ObjectNode) JSON.readTree(golden);
        node.put("inventedLater", "x");
        return node.toString();
    }

    private static String file(Class<?> shape) {
        String name = "/stored/" + StoredJson.nameOf(shape).replace('/', '-') + ".json";
        try (var in = Golden.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
