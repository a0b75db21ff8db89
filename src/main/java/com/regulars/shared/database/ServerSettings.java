package com.regulars.shared.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the embedded server runs with; written anew before every start, so that a newer release brings its settings. */
final class ServerSettings {

    private static final String SETTINGS = """
            # Written by Regulars before every start. Put your own into custom.conf; what follows the include wins.
            max_connections = 300
            shared_buffers = 256MB
            effective_cache_size = 1GB
            work_mem = 16MB
            maintenance_work_mem = 128MB
            max_wal_size = 2GB
            checkpoint_timeout = 15min
            random_page_cost = 1.1
            jit = off
            include = 'custom.conf'

            # A committed payment must survive the loss of power.
            fsync = on
            full_page_writes = on
            synchronous_commit = on
            wal_level = replica
            allow_alter_system = off

            # Reached from this computer only, and only with a password.
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            password_encryption = scram-sha-256

            # Guests' data stay out of the log: no statements, no details of a refused row.
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_line_prefix = '%%m [%%p] '
            log_min_error_statement = panic
            log_error_verbosity = terse
            """;

    private static final String ACCESS = """
            # Written by Regulars before every start: this computer only, with a password only.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private ServerSettings() {}

    static void write(Path cluster, int port) throws IOException {
        Path custom = cluster.resolve("custom.conf");
        if (!Files.exists(custom)) {
            Files.createFile(custom);
        }
        Files.writeString(cluster.resolve("postgresql.conf"), SETTINGS.formatted(port));
        Files.writeString(cluster.resolve("pg_hba.conf"), ACCESS);
    }
}
