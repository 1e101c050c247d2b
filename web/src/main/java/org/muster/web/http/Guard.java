package org.muster.web.http;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who may ask: this machine's own browser, for itself.
///
/// Another site's page can let a browser send requests to this machine, under a name of its own that leads here (DNS
/// rebinding) or as a form; neither is answered. Embedding and reading by other sites is refused as well, so that no
/// page can find out what is served, or let this machine work.
///
/// Source: W3C, *Fetch Metadata Request Headers*; RFC 6454 on origins.
public final class Guard {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Set<String> hosts;
    private final Set<String> origins;

    /// @param port that is listened on
    public Guard(int port) {
        hosts = Stream.of("127.0.0.1", "localhost", "[::1]")
                .map(name -> name + ":" + port)
                .collect(Collectors.toUnmodifiableSet());
        origins = hosts.stream().map(host -> "http://" + host).collect(Collectors.toUnmodifiableSet());
    }

    /// Lets a request pass.
    ///
    /// @param headers gives a header by its name; null where it is not there
    /// @throws Fault where it does not
    public void check(String method, Function<String, @Nullable String> headers) {
        String host = headers.apply("Host");
        if (host == null || !hosts.contains(host)) {
            throw new Fault(Code.HOST, "this server answers to 127.0.0.1 and localhost with its port only");
        }
        String site = headers.apply("Sec-Fetch-Site");
        String origin = headers.apply("Origin");
        boolean foreign = origin != null && !origins.contains(origin);
        if (READING.contains(method)) {
            boolean elsewhere = "cross-site".equals(site) || "same-site".equals(site);
            boolean opened = "navigate".equals(headers.apply("Sec-Fetch-Mode"))
                    && "document".equals(headers.apply("Sec-Fetch-Dest"));
            if (foreign || (elsewhere && !opened)) {
                throw new Fault(Code.FOREIGN_SITE, "pages of other sites may link here, and nothing else");
            }
            return;
        }
        boolean own = site == null ? origin != null : site.equals("same-origin");
        if (foreign || !own) {
            throw new Fault(
                    Code.FOREIGN_SITE,
                    "only a page of this server may send this. From a program, send the header Origin with the address"
                            + " of this server");
        }
    }
}
