package org.muster.games.scan;

/// The kernels of this JVM.
final class Kernels {
    static final Kernel PLAIN = new PlainKernel();
    static final Kernel BEST =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? vectorOrPlain() : PLAIN;

    /// Index of each line of a block, sorted by the number of players in the index.
    static final int[] LINES_BY_CLASS = new int[Kernel.BLOCK / Kernel.LINE];

    /// Where each class starts in [#LINES_BY_CLASS], and its end.
    static final int[] CLASS_START = new int[Kernel.CLASSES + 1];

    static {
        int at = 0;
        for (int size = 0; size < Kernel.CLASSES; size++) {
            CLASS_START[size] = at;
            for (int line = 0; line < LINES_BY_CLASS.length; line++) {
                if (Integer.bitCount(line) == size) {
                    LINES_BY_CLASS[at++] = line * Kernel.LINE;
                }
            }
        }
        CLASS_START[Kernel.CLASSES] = at;
    }

    private Kernels() {}

    private static Kernel vectorOrPlain() {
        return VectorKernel.fits() ? new VectorKernel() : PLAIN;
    }
}
