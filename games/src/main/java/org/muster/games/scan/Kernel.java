package org.muster.games.scan;

/// The inner loops of all passes, each over one block of coalitions.
///
/// Each is a small method called once a block, so that the compiler reaches its best code within the first few
/// hundred blocks of a pass instead of after it. [PlainKernel] and [VectorKernel] give the same numbers except for the
/// order of additions inside [#sum].
public interface Kernel {
    /// Coalitions in a block: the 11 lowest players vary inside it. 2^11 doubles are 16 KiB: the block, its sums and
    /// one accumulator stay in the first-level cache.
    int BLOCK_BITS = 11;

    int BLOCK = 1 << BLOCK_BITS;

    /// A block is seen as lines of 8 values, one cache line each.
    int LINE = 8;

    /// Lines are added up in groups of eight, one cache line after the other.
    int GROUP = 8 * LINE;

    int GROUPS = BLOCK / GROUP;

    /// Players of a line's index.
    int LINE_PLAYERS = BLOCK_BITS - 3;

    /// Size classes of lines: the number of players in the line's index.
    int CLASSES = LINE_PLAYERS + 1;

    /// Adds the block to `buffer[at..]` value by value, and the sums of its lines by size class and lane to
    /// `sums[class * LINE + lane]`, which it overwrites.
    void accumulate(double[] values, int offset, double[] buffer, double[] sums);

    /// The sums of a block by size class and lane of its lines: of all lines, and of those that hold a player of the
    /// line's index.
    ///
    /// @param sums overwritten; `player * CLASSES * LINE + class * LINE + lane`, all lines after the last player
    void fold(double[] block, double[] sums);

    /// The largest `values[offset + j] - x[j]` of the block.
    double most(double[] values, int offset, double[] x);

    /// The smallest `values[offset + j] - x[j]` of the block.
    double least(double[] values, int offset, double[] x);

    /// The plain sum of the block: what one read of a table costs.
    double sum(double[] values, int offset);

    /// The vector kernel where the Vector API is in the running JVM and warm, else the plain one.
    static Kernel best() {
        return Kernels.best();
    }

    /// The plain kernel.
    static Kernel plain() {
        return Kernels.PLAIN;
    }

    /// The vector kernel where the Vector API is in the running JVM, else the plain one.
    static Kernel vector() {
        return Kernels.vector();
    }
}
