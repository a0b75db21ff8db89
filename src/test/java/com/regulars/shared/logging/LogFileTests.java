package com.regulars.shared.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.Appender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the log goes by the configuration of the application; {@code logging.file.name} arrives there as LOG_FILE. */
class LogFileTests {

    private static final String FORGED = "Anna\r\n2026-11-24T00:00:00Z  INFO 1 --- signed in";

    @TempDir
    Path folder;

    private final LoggerContext log = new LoggerContext();

    @AfterEach
    void close() {
        log.stop();
    }

    @Test
    void goes_to_the_file_that_is_named_and_no_line_of_it_can_be_forged() throws Exception {
        Path file = folder.resolve("regulars.log");
        log.putProperty("LOG_FILE", file.toString());
        configure();
        log.getLogger("com.regulars.staff").warn("Refused {}", FORGED);
        log.getLogger("com.regulars.staff").error("Unexpected", new IllegalStateException(FORGED));
        assertThat(appenders()).containsExactly("CONSOLE", "FILE");
        assertThat(Files.readAllLines(file))
                .anyMatch(line -> line.contains("Refused Anna\\u000d\\u000a2026"))
                .anyMatch(line -> line.contains("IllegalStateException: Anna\\u000d\\u000a2026"))
                .noneMatch(line -> line.startsWith("2026-11-24T00:00:00Z"));
    }

    @Test
    void goes_to_the_console_alone_when_no_file_is_named() throws Exception {
        configure();
        assertThat(appenders()).containsExactly("CONSOLE");
    }

    private void configure() throws Exception {
        log.setMDCAdapter(new LogbackMDCAdapter());
        var configurator = new JoranConfigurator();
        configurator.setContext(log);
        configurator.doConfigure(getClass().getResource("/logback-spring.xml"));
    }

    private List<String> appenders() {
        List<String> names = new ArrayList<>();
        log.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
                .iteratorForAppenders()
                .forEachRemaining((Appender<ILoggingEvent> appender) -> names.add(appender.getName()));
        return names;
    }
}
