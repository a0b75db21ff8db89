package com.regulars.shell.server;

import java.net.InetAddress;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/** Says at the start who can reach this server. */
@Slf4j
@Component
@RequiredArgsConstructor
class ListeningNotice implements ApplicationListener<WebServerInitializedEvent> {

    private final ServerProperties server;

    @Override
    public void onApplicationEvent(WebServerInitializedEvent started) {
        int port = started.getWebServer().getPort();
        InetAddress address = server.getAddress();
        if (address != null && !address.isAnyLocalAddress()) {
            log.info("Listening on {}, port {}", address.getHostAddress(), port);
        } else {
            log.warn(
                    "Listening on every interface of this machine, port {}: whoever reaches the machine reaches the "
                            + "sign-in page. Behind a proxy on the same machine set SERVER_ADDRESS=127.0.0.1; see docs/security.md",
                    port);
        }
    }
}
