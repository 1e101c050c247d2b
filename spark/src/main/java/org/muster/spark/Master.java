package org.muster.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muster.input.Refusal;
import org.muster.input.Shown;

/// Where Spark is to work.
///
/// @param url       as Spark takes it
/// @param addresses of its masters; empty where it works in this process
record Master(String url, List<InetSocketAddress> addresses) {
    private static final Pattern LOCAL = Pattern.compile("local(?:\\[(\\d{1,4}|\\*)])?");
    private static final Pattern ADDRESS = Pattern.compile("([^:,/\\s]+):(\\d{1,5})");
    private static final String SCHEME = "spark://";
    private static final int TIMES = 4;
    private static final int MOST_MILLIS = 5_000;
    private static final int MOST_PORT = 65_535;

    /// @throws Refusal where it is none that is known here
    static Master of(String given) {
        Matcher local = LOCAL.matcher(given);
        if (local.matches() && !"0".equals(local.group(1))) {
            // a task is tried again here as elsewhere
            return new Master(
                    "local[" + (local.group(1) == null ? "1" : local.group(1)) + "," + TIMES + "]", List.of());
        }
        List<InetSocketAddress> addresses = new ArrayList<>();
        if (given.startsWith(SCHEME)) {
            for (String one : given.substring(SCHEME.length()).split(",", -1)) {
                Matcher address = ADDRESS.matcher(one);
                if (!address.matches() || Integer.parseInt(address.group(2)) > MOST_PORT) {
                    throw unknown(given);
                }
                addresses.add(InetSocketAddress.createUnresolved(address.group(1), Integer.parseInt(address.group(2))));
            }
            return new Master(given, List.copyOf(addresses));
        }
        throw unknown(given);
    }

    private static Refusal unknown(String given) {
        return new Refusal("--spark is \"" + Shown.plain(given)
                + "\", no master known here. Known are local[N] and local[*] (threads of one process) and"
                + " spark://HOST:PORT (a standalone master)");
    }

    boolean isLocal() {
        return addresses.isEmpty();
    }

    /// Whether all that is there is on this machine.
    boolean isHere() {
        return addresses.stream().allMatch(Master::isLoopback);
    }

    private static boolean isLoopback(InetSocketAddress address) {
        try {
            return InetAddress.getByName(address.getHostString()).isLoopbackAddress();
        } catch (UnknownHostException nobody) {
            return false;
        }
    }

    /// Spark itself would try for a minute and then say it in a log.
    ///
    /// @throws IOException where nobody listens
    void requireListener() throws IOException {
        List<String> said = new ArrayList<>();
        for (InetSocketAddress address : addresses) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), MOST_MILLIS);
                return;
            } catch (UnknownHostException nobody) {
                said.add("no host is called " + address.getHostString());
            } catch (IOException refused) {
                said.add(address.getHostString() + ":" + address.getPort() + ": " + refused.getMessage());
            }
        }
        if (!said.isEmpty()) {
            throw new IOException("no Spark master answers at " + url + " (" + String.join("; ", said)
                    + "). Start one, or name another");
        }
    }
}
