package org.muster.gametool;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.muster.bench.hunt.GameHunt;
import org.muster.input.Counted;
import org.muster.terminal.Phases;
import org.muster.terminal.Terminal;

/// Tells what a hunt through random games finds: each wrong answer with a game file that reproduces it.
record GamesHunt(PrintWriter out, PrintWriter err) {
    /// The exit code: 0 where every answer was right, 1 where any was wrong.
    int run(long seed, long games, int threads) {
        AtomicLong done = new AtomicLong();
        long start = System.nanoTime();
        GameHunt.Report report = Phases.during(
                err,
                Terminal.isWatched(),
                false,
                () -> String.format(Locale.ROOT, "hunt: %,d of %s", done.get(), Counted.grouped(games, "games")),
                () -> GameHunt.run(seed, games, threads, done::set));
        double seconds = (System.nanoTime() - start) / 1e9;
        for (GameHunt.Wrong wrong : report.wrong()) {
            out.println(String.format(
                    Locale.ROOT,
                    "game %d of seed %d (%s), %s: got %s, right is %s",
                    wrong.number(),
                    seed,
                    wrong.shape(),
                    wrong.what(),
                    wrong.got(),
                    wrong.right()));
            out.println(wrong.file());
        }
        out.println(String.format(
                Locale.ROOT,
                "%s of seed %d, %s held against their definitions, %,d wrong; %.1f s on %s",
                Counted.grouped(report.games(), "games"),
                seed,
                Counted.grouped(report.answers(), "answers"),
                report.wrong().size(),
                seconds,
                Counted.of(threads, "threads")));
        out.flush();
        return report.wrong().isEmpty() ? 0 : 1;
    }
}
