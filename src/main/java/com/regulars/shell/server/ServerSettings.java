package com.regulars.shell.server;

import java.net.InetAddress;
import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ServerSettings {

    private static final int FEWEST_STRANGERS = 300;
    private static final int PROBE_THREADS = 4;

    /** One address cannot take all connections. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> cappedConnections(
            @Value("${regulars.connections-per-address:400}") int most) {
        return server -> {
            server.setProtocol(CappedProtocol.class.getName());
            server.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof CappedProtocol capped) {
                    capped.setMostStrangers(Math.max(most, FEWEST_STRANGERS));
                }
            });
        };
    }

    /** A further port that answers probes and nothing else, with threads and connections of its own. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> probePort(
            @Value("${regulars.probe-port:#{null}}") @Nullable Integer port,
            @Value("${regulars.probe-address:127.0.0.1}") InetAddress address) {
        return server -> {
            if (port != null) {
                server.addAdditionalConnectors(probes(port, address));
            }
        };
    }

    private static Connector probes(int port, InetAddress address) {
        var connector = new Connector();
        connector.setPort(port);
        connector.setProperty("address", address.getHostAddress());
        connector.setProperty("maxThreads", String.valueOf(PROBE_THREADS));
        connector.setProperty("minSpareThreads", "1");
        return connector;
    }
}
