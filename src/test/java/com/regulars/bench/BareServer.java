package com.regulars.bench;

import com.regulars.testing.RunningApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** The rows of a settlement written by {@code pgbench} alone: what the server could do without an application. */
record BareServer(RunningApplication application) {

    static final Duration WARM_UP = Duration.ofSeconds(5);

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    static BareServer of(RunningApplication application) {
        return new BareServer(application);
    }

    double transactionsPerSecond(int clients, int tills, Duration time)
            throws IOException, InterruptedException, SQLException {
        prepare();
        run(clients, tills, WARM_UP);
        String output = run(clients, tills, time);
        var rate = RATE.matcher(output);
        if (!rate.find()) {
            throw new IllegalStateException("pgbench said: " + output);
        }
        return Double.parseDouble(rate.group(1));
    }

    /** Numbers the cards, so that the script can pick one by chance. */
    private void prepare() throws IOException, SQLException {
        try (var connection = application.connectAsSuperuser();
                var statement = connection.createStatement()) {
            statement.execute(resource("prepare.sql"));
        }
    }

    private String run(int clients, int tills, Duration time) throws IOException, InterruptedException {
        Path script = Files.createTempFile("settlement", ".sql");
        Files.writeString(script, resource("settlement.sql"));
        var builder = new ProcessBuilder(List.of(
                        "pgbench",
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + clients,
                        "--jobs=2",
                        "--define=tills=" + tills,
                        "--time=" + time.toSeconds(),
                        "--file=" + script,
                        "--host=127.0.0.1",
                        "--port=" + application.postgresPort(),
                        "--username=postgres",
                        "regulars"))
                .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", application.postgresPassword());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Files.delete(script);
        return output;
    }

    private static String resource(String name) throws IOException {
        try (var in = BareServer.class.getResourceAsStream("/bench/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
