package com.regulars.shell.server;

import com.regulars.shared.web.ClientAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * HTTP for which one address can hold only so many connections on which nobody is known yet: requests that are never
 * finished, or that nobody signs in for. What comes above that is closed at once, other addresses and connections of
 * people at work are not concerned. Tomcat makes it by its name.
 */
public final class CappedProtocol extends Http11NioProtocol {

    private final CappedEndpoint endpoint;

    public CappedProtocol() {
        this(new CappedEndpoint());
    }

    private CappedProtocol(CappedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    /** At least three hundred, so that a shop behind one address never meets it. */
    void setMostStrangers(int most) {
        endpoint.mostStrangers = most;
    }

    private static final class CappedEndpoint extends NioEndpoint {

        private volatile int mostStrangers = Integer.MAX_VALUE;

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            if (isCrowded(socket)) {
                destroySocket(socket);
                return true;
            }
            return super.setSocketOptions(socket);
        }

        /** Counted only when there are so many connections at all. */
        private boolean isCrowded(SocketChannel socket) {
            if (connections.size() < mostStrangers) {
                return false;
            }
            String place = place(socket);
            return connections.values().stream()
                            .filter(one -> isStranger(one, place))
                            .limit(mostStrangers)
                            .count()
                    >= mostStrangers;
        }

        private static boolean isStranger(SocketWrapperBase<NioChannel> connection, String place) {
            String address = connection.getRemoteAddr();
            return address != null
                    && ClientAddress.place(address).equals(place)
                    && !KnownConnections.contains(connection.getServletConnection("http/1.1", ""));
        }

        private static String place(SocketChannel socket) {
            try {
                return socket.getRemoteAddress() instanceof InetSocketAddress address
                        ? ClientAddress.place(address.getAddress().getHostAddress())
                        : "";
            } catch (IOException gone) {
                return "";
            }
        }
    }
}
