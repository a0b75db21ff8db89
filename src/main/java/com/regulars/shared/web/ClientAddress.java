package com.regulars.shared.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Where requests come from, as far as it is worth counting. */
public final class ClientAddress {

    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /**
     * What stands for one place: an IPv4 address as it is, of an IPv6 address the first 64 bits, because one connection
     * is given all addresses that share them. Anything else stands for itself.
     */
    public static String place(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six ? network(six) : address;
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }

    private static String network(Inet6Address address) {
        return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "::/64";
    }
}
