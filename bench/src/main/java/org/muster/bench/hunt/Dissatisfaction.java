package org.muster.bench.hunt;

import java.math.BigInteger;

/// By what a coalition's excess `v(S) - x(S)` is divided.
enum Dissatisfaction {
    PLAIN,
    PER_HEAD,
    BY_WORTH,
    BY_LOSS;

    /// 0 or less where the coalition does not count.
    BigInteger weight(Table game, int mask) {
        return switch (this) {
            case PLAIN -> BigInteger.ONE;
            case PER_HEAD -> BigInteger.valueOf(Integer.bitCount(mask));
            case BY_WORTH -> game.value(mask);
            case BY_LOSS ->
                game.value(game.grand())
                        .subtract(game.value(game.grand() & ~mask))
                        .subtract(game.value(mask));
        };
    }
}
