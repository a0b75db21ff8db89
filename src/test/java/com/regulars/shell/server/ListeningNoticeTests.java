package com.regulars.shell.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;

@ExtendWith(OutputCaptureExtension.class)
class ListeningNoticeTests {

    @Test
    void warnsWhenEverybodyOnTheNetworkReachesTheServer(CapturedOutput log) {
        started(null);
        assertThat(log).contains("every interface of this machine, port 8080", "SERVER_ADDRESS=127.0.0.1");
    }

    @Test
    void warnsOfTheAddressThatStandsForAll(CapturedOutput log) throws Exception {
        started(InetAddress.ofLiteral("0.0.0.0"));
        assertThat(log).contains("every interface");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "192.0.2.4"})
    void warnsOfNoAddressThatWasChosen(String address, CapturedOutput log) {
        started(InetAddress.ofLiteral(address));
        assertThat(log).doesNotContain("every interface");
    }

    private static void started(InetAddress address) {
        var server = new ServerProperties();
        server.setAddress(address);
        WebServer web = mock();
        when(web.getPort()).thenReturn(8080);
        new ListeningNotice(server)
                .onApplicationEvent(
                        new ServletWebServerInitializedEvent(web, mock(ServletWebServerApplicationContext.class)));
    }
}
