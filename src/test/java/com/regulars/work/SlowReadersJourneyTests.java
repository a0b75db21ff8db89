package com.regulars.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.regulars.access.CurrentActor;
import com.regulars.staff.client.ApiClients;
import com.regulars.staff.client.Scope;
import com.regulars.testing.JourneyTest;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clients that ask for a large file and hardly read it keep their own line waiting, and nobody else. */
@JourneyTest
class SlowReadersJourneyTests {

    private static final int READERS = 30;

    @Autowired
    ApiClients clients;

    @Autowired
    HikariDataSource pool;

    @Autowired
    JdbcClient jdbc;

    @Value("${local.server.port}")
    int port;

    @Test
    void thirtySlowReadersOfARefusedFileHoldNoConnectionOfTheDatabase() throws Exception {
        var issued = CurrentActor.asSystem(
                () -> clients.create("slow " + UUID.randomUUID(), Set.of(Scope.IMPORTS), Set.of()));
        long job = jobWithManyRefusedRows("API_CLIENT:" + issued.clientId());
        String path = "/api/v1/imports/" + job;
        List<Socket> readers = new ArrayList<>();
        try {
            for (int i = 0; i < READERS; i++) {
                readers.add(slowReader(path + "/rejected", issued.token()));
            }
            await().untilAsserted(() -> assertThat(pool.getHikariPoolMXBean().getActiveConnections())
                    .isLessThan(5));
            assertThat(status(path, issued.token())).isEqualTo(200);
        } finally {
            for (Socket reader : readers) {
                reader.close();
            }
        }
        await().until(this::nobodyReadsRefusedRows);
    }

    /** A file that nobody takes any more is not written to its end. */
    private boolean nobodyReadsRefusedRows() {
        return jdbc.sql("""
                        select not exists (select from pg_stat_activity
                                            where datname = current_database() and query like '%from work_job_rejected%'
                                              and pid <> pg_backend_pid() and query_start > now() - interval '1 second')
                        """).query(Boolean.class).single();
    }

    /** Some forty megabytes: more than the buffers between server and reader hold. */
    private long jobWithManyRefusedRows(String owner) {
        long job = jdbc.sql("""
                        insert into work_job (id, kind, title, status, node, owner_key, owner_name, seen_by, revealed_to,
                                              every_venue, venue_ids, started_at, finished_at, rejected, columns)
                        values (nextval('work_job_seq'), 'customers', 'large.csv', 'DONE', gen_random_uuid(), :owner, 'x',
                                'JOB_READ', 'CUSTOMER_REVEAL', false, '{}', now(), now(), 20000, '{name}')
                        returning id
                        """).param("owner", owner).query(Long.class).single();
        jdbc.sql("""
                        insert into work_job_rejected (job_id, line, row_values, reason_code)
                        select :job, n, array[repeat('x', 2000)], 'invalid.import.missing' from generate_series(2, 20001) n
                        """).param("job", job).update();
        return job;
    }

    /** Reads the first byte of the answer, so that the server is writing, and no more. */
    private Socket slowReader(String path, String token) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("localhost", port));
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write("GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(path, token)
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
        return socket;
    }

    private int status(String path, String token) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
