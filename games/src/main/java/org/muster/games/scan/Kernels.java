package org.muster.games.scan;

import java.util.concurrent.atomic.AtomicBoolean;

/// The kernels of this JVM.
///
/// Vector code is slow until the compiler has reached its best: the first few hundred blocks take a hundred times as
/// long.
/// So the vector kernel first runs over a block of zeros on a thread of its own, and passes use the plain kernel until
/// that is done. Both give the same bits, so an answer does not depend on when that is.
final class Kernels {
    static final Kernel PLAIN = new PlainKernel();
    private static final int ROUNDS = 4000;
    private static volatile Kernel current = PLAIN;
    private static final AtomicBoolean ASKED = new AtomicBoolean();

    private Kernels() {}

    /// The vector kernel once it is warm; until then, and where the JVM has none, the plain one.
    static Kernel best() {
        if (!ASKED.getAndSet(true) && hasVectors()) {
            Thread.ofPlatform().daemon().name("games-warm-up").start(() -> current = warm(new VectorKernel()));
        }
        return current;
    }

    /// The vector kernel where the JVM has one, warm or not.
    static Kernel vector() {
        return hasVectors() ? new VectorKernel() : PLAIN;
    }

    private static boolean hasVectors() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() && VectorKernel.fits();
    }

    private static Kernel warm(Kernel kernel) {
        double[] values = new double[Kernel.BLOCK];
        double[] buffer = new double[Kernel.BLOCK];
        double[] sums = new double[Kernel.CLASSES * Kernel.LINE];
        double kept = 0;
        for (int round = 0; round < ROUNDS; round++) {
            kernel.accumulate(values, 0, buffer, sums);
            kept += kernel.most(values, 0, buffer) + kernel.least(values, 0, buffer) + kernel.sum(values, 0);
        }
        if (kept != 0) {
            throw new AssertionError("zeros add up to zero");
        }
        return kernel;
    }
}
