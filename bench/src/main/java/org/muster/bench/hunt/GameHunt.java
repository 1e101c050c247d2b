package org.muster.bench.hunt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/// Random small games, each answer of the games library held against methods that follow the definitions.
///
/// The games of a seed are numbered, so that any of them can be drawn again. 100,000 games take some minutes.
public final class GameHunt {
    private static final long CHUNK = 200;

    /// An answer that is wrong.
    ///
    /// @param number of the game in the series
    /// @param shape  how the game was drawn
    /// @param what   was asked for
    /// @param got    the answer
    /// @param right  what would have been right, or what the answer breaks
    /// @param file   a game file that reproduces it
    public record Wrong(long number, String shape, String what, String got, String right, String file) {}

    /// What a hunt found.
    ///
    /// @param answers how many were held against a definition
    /// @param wrong   by number of the game
    public record Report(long games, long answers, List<Wrong> wrong) {
        public Report {
            wrong = List.copyOf(wrong);
        }
    }

    private GameHunt() {}

    /// Hunts through the first games of a seed.
    ///
    /// @param games   how many
    /// @param threads does not change what is found
    /// @param told    is told now and then how many games are done
    public static Report run(long seed, long games, int threads, LongConsumer told) {
        AtomicLong done = new AtomicLong();
        List<Future<Report>> parts = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (long from = 0; from < games; from += CHUNK) {
                long first = from;
                long past = Math.min(games, from + CHUNK);
                parts.add(pool.submit(() -> {
                    Report report = part(seed, first, past);
                    told.accept(done.addAndGet(past - first));
                    return report;
                }));
            }
        }
        long answers = 0;
        List<Wrong> wrong = new ArrayList<>();
        for (Future<Report> part : parts) {
            Report report = ended(part);
            answers += report.answers();
            wrong.addAll(report.wrong());
        }
        wrong.sort(Comparator.comparingLong(Wrong::number));
        return new Report(games, answers, wrong);
    }

    private static Report ended(Future<Report> part) {
        try {
            return part.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Report part(long seed, long first, long past) {
        long answers = 0;
        List<Wrong> wrong = new ArrayList<>();
        for (long number = first; number < past; number++) {
            Hunted hunted = new Hunted(RandomTables.draw(seed, number), number);
            hunted.ask();
            answers += hunted.answers();
            wrong.addAll(hunted.wrong());
        }
        return new Report(past - first, answers, wrong);
    }
}
