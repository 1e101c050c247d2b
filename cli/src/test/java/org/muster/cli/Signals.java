package org.muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Signals of the system, as tests find them.
public final class Signals {
    /// The number of Ctrl-C.
    public static final int INT = 2;

    private Signals() {}

    /// Under `nohup`, or in the background of a script, a signal is ignored by everything that is started there, and no
    /// shell can change that.
    public static boolean isIgnored(int signal) throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return false;
        }
        return Files.readString(status)
                .lines()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> Long.parseUnsignedLong(
                        line.substring("SigIgn:".length()).strip(), 16))
                .anyMatch(ignored -> ((ignored >>> (signal - 1)) & 1) == 1);
    }
}
