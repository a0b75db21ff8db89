package com.regulars.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A connection on which everything can be sent, also what no client would. */
public final class RawRequest implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    /** @param from one of the addresses 127.x.x.x of this machine, so that a test can be several strangers */
    public RawRequest(String from, int port) throws IOException {
        socket = new Socket();
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** Sends lines of a head as they are, each with its line end; an empty one ends the head. */
    public RawRequest send(String... lines) throws IOException {
        return sendRaw(String.join("\r\n", lines) + "\r\n");
    }

    public RawRequest sendRaw(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return this;
    }

    /** The whole answer until the server closes the connection; ask for that with {@code Connection: close}. */
    public String answer() {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException reset) {
            return "";
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The first line of the answer, as soon as it is there; empty when the server hung up. */
    public String status() {
        try {
            var line = new StringBuilder();
            int one = socket.getInputStream().read();
            while (one >= 0 && one != '\r') {
                line.append((char) one);
                one = socket.getInputStream().read();
            }
            return line.toString();
        } catch (SocketException reset) {
            return "";
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
