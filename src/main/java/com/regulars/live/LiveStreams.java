package com.regulars.live;

import com.regulars.access.Actor;
import com.regulars.shared.broadcast.BroadcastListener;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.web.server.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The streams to the browsers of this node. They end after some minutes, so that browsers ask again as whoever is signed
 * in by then, and before the web server stops, which would wait for them.
 */
@Slf4j
@Service
public class LiveStreams implements BroadcastListener, SmartLifecycle {

    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();

    private volatile boolean running;

    /**
     * A new stream.
     *
     * @param listener who listens, with the rights of now; asked at every event, so it answers from memory
     */
    public SseEmitter open(Supplier<Optional<Actor>> listener) throws IOException {
        var emitter = new SseEmitter(0L);
        var wire = new EmitterWire(emitter);
        var stream = new LiveStream(listener, wire);
        wire.heartbeat(); // sent with the headers by the request's own thread: two threads must not write them
        emitter.onCompletion(stream::close);
        emitter.onError(gone -> stream.close());
        open.add(stream);
        if (!running) {
            stream.close();
        }
        Thread.ofVirtual().name("live").start(() -> run(stream, emitter));
        return emitter;
    }

    private void run(LiveStream stream, SseEmitter emitter) {
        try {
            stream.run(HEARTBEAT, LIFE);
        } catch (IOException | IllegalStateException gone) {
            log.debug("A browser went away", gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(stream);
            emitter.complete();
        }
    }

    int count() {
        return open.size();
    }

    @Override
    public String topic() {
        return LiveEvents.TOPIC;
    }

    @Override
    public void hear(String text) {
        var event = LiveEvent.heard(text);
        open.forEach(stream -> stream.offer(event));
    }

    @Override
    public void mayHaveMissed() {
        open.forEach(LiveStream::mayHaveMissed);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(LiveStream::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE + 1;
    }

    private record EmitterWire(SseEmitter emitter) implements LiveStream.Wire {

        @Override
        public void say(String what) throws IOException {
            emitter.send(SseEmitter.event().data(what));
        }

        @Override
        public void heartbeat() throws IOException {
            emitter.send(SseEmitter.event().comment(""));
        }
    }
}
