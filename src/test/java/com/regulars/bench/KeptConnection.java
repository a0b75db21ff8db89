package com.regulars.bench;

import com.regulars.testing.RunningApplication;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A till's connection, kept open as long as the server keeps it, as thin as {@code pgbench} is: what the load costs is taken from the very cores
 * that are measured.
 */
final class KeptConnection implements Closeable {

    private final URI uri;
    private Socket socket;
    private InputStream in;
    private boolean closing;

    private KeptConnection(URI uri) throws IOException {
        this.uri = uri;
        open();
    }

    private void open() throws IOException {
        socket = new Socket(uri.getHost(), uri.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        in = new BufferedInputStream(socket.getInputStream());
        closing = false;
    }

    static KeptConnection to(RunningApplication application) throws IOException {
        return new KeptConnection(application.uri("/"));
    }

    /** @return the status line's number and the body, for example {@code 201 {"id":…}} */
    String post(String path, String key, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        var request = new ByteArrayOutputStream(content.length + 400);
        request.writeBytes("""
                POST /api/v1%s HTTP/1.1
                Host: 127.0.0.1
                Authorization: Bearer %s
                Accept: application/json
                Content-Type: application/json
                Idempotency-Key: %s
                Content-Length: %d

                """.formatted(path, RunningApplication.TOKEN, key, content.length)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(content);
        if (closing) {
            socket.close();
            open();
        }
        socket.getOutputStream().write(request.toByteArray());
        return answer();
    }

    private String answer() throws IOException {
        String status = line().split(" ")[1];
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            closing |= lower.equals("connection: close");
        }
        return status + " " + new String(length >= 0 ? in.readNBytes(length) : chunks(), StandardCharsets.UTF_8);
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int letter = in.read(); letter != '\n'; letter = in.read()) {
            if (letter < 0) {
                throw new EOFException("The server ended the connection after " + line);
            }
            if (letter != '\r') {
                line.append((char) letter);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
