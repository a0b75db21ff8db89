package com.regulars.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The words sample guests are made of: names, what they like, what they say. */
@Component
@Profile("demo")
class DemoWords {

    private final Properties words = new Properties();

    DemoWords() {
        try (var reader = new InputStreamReader(
                new ClassPathResource("demo/words.properties").getInputStream(), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Short words, parted by commas. */
    List<String> words(String key) {
        return List.of(get(key).split(","));
    }

    /** Whole sentences, parted by bars. */
    List<String> sentences(String key) {
        return List.of(get(key).split("\\|"));
    }

    private String get(String key) {
        return Objects.requireNonNull(words.getProperty(key), key);
    }
}
