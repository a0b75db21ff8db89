package com.regulars.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real application in a process of its own, with the demo profile and no sample customers, on a data directory and a
 * port of its own, as an outsider sees it.
 */
public final class RunningApplication {

    public static final String TOKEN = "crash-test-token-0123456789abcdef";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path home;
    private final Path log;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final List<String> options;
    private final Map<String, String> environment = new HashMap<>();
    private List<String> command = List.of();
    private Path extraClasses;
    private Process process;
    private int port;

    /** @param options how the Java machine is to run */
    public RunningApplication(Path home, String... options) {
        this.home = home.toAbsolutePath();
        this.log = this.home.resolve("application.log");
        this.options = List.of(options);
    }

    /** Puts some classes of the tests on its class path; the others stay away, they would be found and used. */
    public RunningApplication with(Class<?>... classes) throws IOException {
        extraClasses = home.resolve("classes");
        for (Class<?> type : classes) {
            String file = type.getName().replace('.', '/') + ".class";
            Path target = extraClasses.resolve(file);
            Files.createDirectories(target.getParent());
            try (var in = type.getClassLoader().getResourceAsStream(file)) {
                Files.write(target, in.readAllBytes());
            }
        }
        return this;
    }

    /** Starts it by this command instead of from the classes of the build; the options are left out. */
    public RunningApplication startedBy(String... words) {
        command = List.of(words);
        return this;
    }

    /** Sets, or with an empty value takes away, a variable of its environment. */
    public RunningApplication withEnvironment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** What came back. */
    public record Answer(int status, JsonNode body, boolean replayed) {}

    public void start() throws IOException {
        port = freePort();
        Files.createDirectories(home);
        var builder = new ProcessBuilder(command.isEmpty() ? fromClasses() : command);
        builder.environment()
                .putAll(Map.of(
                        "SERVER_PORT",
                        String.valueOf(port),
                        "SPRING_PROFILES_ACTIVE",
                        "demo",
                        "REGULARS_DATA_DIR",
                        dataDirectory().toString(),
                        "REGULARS_POSTGRES_BINARIES_DIR",
                        "target/test-postgres/binaries",
                        "REGULARS_DEMO_CUSTOMERS",
                        "0",
                        "REGULARS_DEMO_API_TOKEN",
                        TOKEN,
                        "REGULARS_CRASH_ARMED_BY",
                        armed().toString()));
        builder.environment().putAll(environment);
        builder.environment().values().removeIf(String::isEmpty);
        process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        awaitReady();
    }

    private List<String> fromClasses() {
        var line = new ArrayList<String>();
        line.add(java());
        line.addAll(options);
        line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        line.addAll(List.of("-cp", classPath(), "com.regulars.RegularsApplication"));
        return line;
    }

    /** The Java machine the tests run on. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public void awaitReady() {
        try {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> !process.isAlive() || isReady());
        } finally {
            assertThat(process.isAlive() && isReady()).as(this::logTail).isTrue();
        }
    }

    public boolean isReady() {
        try {
            var request = HttpRequest.newBuilder(uri("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException refused) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The process, as the operating system sees it. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** As a service manager does it. */
    public void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(this::logTail).isTrue();
    }

    /** As {@code kill -9} does it. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    public int awaitExit() throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(this::logTail).isTrue();
        return process.exitValue();
    }

    public void killPostgres() {
        postmaster().orElseThrow().destroyForcibly();
    }

    /** The server of the data directory, as long as it lives. */
    public Optional<ProcessHandle> postmaster() {
        Path file = dataDirectory().resolve("postgres/postmaster.pid");
        try {
            return ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                    .filter(ProcessHandle::isAlive);
        } catch (IOException stopped) {
            return Optional.empty();
        }
    }

    /** Lets requests that carry the header halt the process before they are answered. */
    public void arm() throws IOException {
        Files.writeString(armed(), "armed");
    }

    public void disarm() throws IOException {
        Files.delete(armed());
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri("/api/v1" + path)).GET());
    }

    public Answer post(String path, String key, String body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri("/api/v1" + path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    public String logTail() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException none) {
            return "no log";
        }
    }

    /** Sends a request of any kind as the API client. */
    public Answer send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        var request = builder.header("Authorization", "Bearer " + TOKEN)
                .header("Accept", "application/json")
                .timeout(Duration.ofSeconds(30))
                .build();
        var response = client.send(request, HttpResponse.BodyHandlers.ofString());
        boolean replayed = response.headers()
                .firstValue("Idempotency-Replayed")
                .filter("true"::equals)
                .isPresent();
        return new Answer(response.statusCode(), body(response), replayed);
    }

    private static JsonNode body(HttpResponse<String> response) {
        boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
        return json ? JSON.readTree(response.body()) : JSON.getNodeFactory().stringNode(response.body());
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** A session as the superuser of its database. */
    public Connection connectAsSuperuser() throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postgresPort() + "/regulars", "postgres", postgresPassword());
    }

    public String postgresPassword() throws IOException {
        return Files.readString(dataDirectory().resolve("postgres.password")).strip();
    }

    public int postgresPort() throws IOException {
        return Integer.parseInt(Files.readAllLines(dataDirectory().resolve("postgres/postmaster.pid"))
                .get(3)
                .strip());
    }

    public Path dataDirectory() {
        return home.resolve("data");
    }

    private Path armed() {
        return home.resolve("armed");
    }

    private String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String runtime = Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes" + File.separator))
                .collect(Collectors.joining(File.pathSeparator));
        return extraClasses == null ? runtime : extraClasses + File.pathSeparator + runtime;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
