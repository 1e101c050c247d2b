package org.muster.spark;

import java.util.Optional;

/// Which JDKs Spark may run on.
final class Jdk {
    private static final int FIRST_SOUND_UPDATE = 3;
    private static final int FEATURE = 25;

    private Jdk() {}

    /// Why a JDK is refused: JDK 25 before 25.0.3 has a fault of its compiler by which Spark has damaged data
    /// (SPARK-55852).
    static Optional<String> refusal(Runtime.Version version) {
        boolean damaged =
                version.feature() == FEATURE && version.interim() == 0 && version.update() < FIRST_SOUND_UPDATE;
        return damaged
                ? Optional.of("JDK " + version + " damages data under Spark (SPARK-55852). Take JDK 25.0.3 or later")
                : Optional.empty();
    }
}
