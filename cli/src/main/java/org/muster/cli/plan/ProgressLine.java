package org.muster.cli.plan;

import java.io.PrintWriter;
import java.util.Locale;
import org.muster.plan.solve.Progress;

/// One line on a terminal that says where a long solve stands: time, level, incumbent, bound, gap.
final class ProgressLine implements Progress.Listener {
    private final PrintWriter err;
    private final long start = System.nanoTime();

    ProgressLine(PrintWriter err) {
        this.err = err;
    }

    @Override
    public synchronized void reached(Progress progress) {
        double seconds = (System.nanoTime() - start) / 1e9;
        if (seconds < 0.5) {
            return;
        }
        err.print(String.format(
                Locale.ROOT,
                "\r\u001b[K%.1f s  %s  %s  best %s  bound %s  gap %s",
                seconds,
                progress.solver(),
                progress.level(),
                progress.incumbent().isPresent()
                        ? String.valueOf(progress.incumbent().getAsLong())
                        : "-",
                progress.bound().isPresent() ? String.valueOf(progress.bound().getAsLong()) : "-",
                gap(progress)));
        err.flush();
    }

    private static String gap(Progress progress) {
        if (progress.incumbent().isEmpty() || progress.bound().isEmpty()) {
            return "-";
        }
        double best = progress.incumbent().getAsLong();
        double gap = (best - progress.bound().getAsLong()) / Math.max(1, Math.abs(best));
        return String.format(Locale.ROOT, "%.2f %%", 100 * gap);
    }
}
