package org.muster.bench.games;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.muster.games.generate.StructureGames.Distribution;

/// All that is measured, in the order in which it is shown.
final class BenchCases {
    private BenchCases() {}

    /// The cases that are chosen, each after those that it is held against.
    ///
    /// @param most   players of the largest table
    /// @param wanted which titles are asked for
    static List<BenchCase> chosen(int most, Predicate<String> wanted) {
        Set<BenchCase> chosen = new LinkedHashSet<>();
        for (BenchCase one : all()) {
            if (one.players() <= most && wanted.test(one.title())) {
                if (one.limit() instanceof Limit.Rival rival) {
                    chosen.add(rival.rival());
                }
                chosen.add(one);
            }
        }
        return List.copyOf(chosen);
    }

    static List<BenchCase> all() {
        List<BenchCase> cases = new ArrayList<>();
        cases.add(counting("both power indices of 27 voters, weights of Nice", "powerOfNice", 0.02));
        cases.add(counting("Shapley and nucleolus of 13,572 airport movements", "airportShares", 0.01));
        for (int n : new int[] {15, 20, 24, 25, 28, 30}) {
            if (n == 20 || n == 24 || n == 28) {
                cases.addAll(values(n));
            }
            if (n != 24) {
                cases.addAll(nucleoli(n));
            }
        }
        cases.add(nucleolus("glove game, 11 left and 11 right hands: nucleolus, n = 22", "glove", 22));
        cases.add(nucleolus("equal votes, 12 of 22: nucleolus, n = 22", "equal", 22));
        for (int n : new int[] {20, 24, 27}) {
            for (Distribution distribution : Distribution.values()) {
                cases.add(structure(distribution, n));
            }
        }
        return List.copyOf(cases);
    }

    private static BenchCase counting(String title, String method, double aim) {
        return new BenchCase(title, "CountingBenchmarks." + method, Map.of(), 0, new Limit.Aim(aim));
    }

    private static List<BenchCase> values(int n) {
        BenchCase read = table("plain read of the table, n = " + n, "plainRead", "1", n, new Limit.None());
        return List.of(
                read,
                table(
                        "Shapley and Banzhaf, n = " + n,
                        "values",
                        "1",
                        n,
                        new Limit.Rival(read, 2, "twice a plain read of the table")));
    }

    private static List<BenchCase> nucleoli(int n) {
        List<BenchCase> cases = new ArrayList<>();
        for (String type : n == 30 ? List.of("1", "4") : List.of("1", "2", "3", "4")) {
            BenchCase solve = nucleolus(String.format(Locale.ROOT, "nucleolus, type %s, n = %d", type, n), type, n);
            cases.add(solve);
            if (type.equals("1") && n < 30) {
                cases.add(table(
                        "exact certificate of the nucleolus, type 1, n = " + n,
                        "certificate",
                        type,
                        n,
                        new Limit.Rival(solve, 1, "the solve itself")));
            }
        }
        return cases;
    }

    private static BenchCase nucleolus(String title, String kind, int n) {
        double aim = n <= 15 ? 0.02 : n <= 20 ? 0.06 : n <= 25 ? 0.3 : n <= 28 ? 2 : 10;
        return table(title, "nucleolus", kind, n, new Limit.Aim(aim));
    }

    private static BenchCase table(String title, String method, String kind, int n, Limit limit) {
        return new BenchCase(
                title, "TableBenchmarks." + method, Map.of("kind", kind, "n", Integer.toString(n)), n, limit);
    }

    private static BenchCase structure(Distribution distribution, int n) {
        double aim = n <= 20 ? 0.07 : n <= 24 ? 0.5 : 4;
        String name = distribution.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new BenchCase(
                String.format(Locale.ROOT, "coalition structure, %s, n = %d", name, n),
                "StructureBenchmarks.best",
                Map.of("distribution", distribution.name(), "n", Integer.toString(n)),
                n,
                new Limit.Aim(aim));
    }
}
