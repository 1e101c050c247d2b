package org.muster.games.generate;

import java.lang.foreign.Arena;
import org.muster.games.TableGame;

/// The four families of random games on which published nucleolus codes are timed.
///
/// Numbers come from the 32-bit congruential generator `s = s * 214013 + 2531011`, `rand = (s >> 16) & 0x7fff`;
/// masks ascending, players alone are worth 0.
///
/// Source: M. Benedek, J. Fliege, T.-D. Nguyen, *Finding and verifying the nucleolus of cooperative games*, 2021,
/// and the test games published with it.
public final class NucleolusGames {
    private NucleolusGames() {}

    private static final class Random {
        private int state;

        Random(int seed) {
            this.state = seed;
        }

        int next() {
            state = state * 214013 + 2531011;
            return (state >>> 16) & 0x7fff;
        }
    }

    /// The game of a family.
    ///
    /// @param type  1 to 4
    /// @param n     players, 3 to 32
    /// @param arena where the table lives from 24 players on
    public static TableGame game(int type, int n, int seed, Arena arena) {
        Random random = new Random(seed);
        return switch (type) {
            case 1 -> {
                int grand = random.next() % 201 + 100 * (n - 2);
                long all = (1L << n) - 1;
                yield TableGame.tabulate(
                        n,
                        arena,
                        mask -> mask == all
                                ? grand
                                : isSingle(mask) ? 0 : random.next() % (100 * Long.bitCount(mask)) + 1);
            }
            case 2 -> TableGame.tabulate(n, arena, mask -> isSingle(mask) ? 0 : random.next() % (50 * n) + 1);
            case 3 -> unanimousButFew(n, random, arena);
            case 4 -> TableGame.tabulate(n, arena, mask -> isSingle(mask) ? 0 : random.next() % n + 1);
            default -> throw new IllegalArgumentException("generated games have type 1 to 4, not " + type);
        };
    }

    private static boolean isSingle(long mask) {
        return (mask & (mask - 1)) == 0;
    }

    /// Only coalitions that lack one or two players can win, each with a chance of nine in ten.
    private static TableGame unanimousButFew(int n, Random random, Arena arena) {
        long all = (1L << n) - 1;
        boolean[] winsWithoutOne = new boolean[n];
        boolean[][] winsWithoutTwo = new boolean[n][n];
        int q = random.next() % 10;
        for (int i = 0; i < n; i++) {
            if (q < 9) {
                winsWithoutOne[i] = true;
            }
            q = random.next() % 10;
            for (int j = i + 1; j < n; j++) {
                if (q < 9) {
                    winsWithoutTwo[i][j] = true;
                }
                q = random.next() % 10;
            }
        }
        return TableGame.tabulate(n, arena, mask -> {
            long missing = all & ~mask;
            return switch (Long.bitCount(missing)) {
                case 0 -> 1;
                case 1 -> winsWithoutOne[Long.numberOfTrailingZeros(missing)] ? 1 : 0;
                case 2 ->
                    winsWithoutTwo[Long.numberOfTrailingZeros(missing)][63 - Long.numberOfLeadingZeros(missing)]
                            ? 1
                            : 0;
                default -> 0;
            };
        });
    }
}
