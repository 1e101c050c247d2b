package org.muster.lab.design;

/// Owen's scrambling of a sequence in base 2, by a hash: each bit is turned or not, as the bits above it and the
/// seed say.
///
/// Source: A. Owen, *Randomly permuted (t,m,s)-nets and (t,s)-sequences* (1995); the hash of S. Laine and T. Karras,
/// *Stratified sampling for stochastic transparency* (2011), with the constants of N. Vegdahl as in B. Burley,
/// *Practical Hash-based Owen Scrambling*, Journal of Computer Graphics Techniques 9 (2020).
final class Scrambled {
    private Scrambled() {}

    /// A number of 32 bits, scrambled; the highest bit is the first of the sequence's digits.
    static int owen(int bits, int seed) {
        int x = Integer.reverse(bits);
        x ^= x * 0x3D20ADEA;
        x += seed;
        x *= (seed >>> 16) | 1;
        x ^= x * 0x05526C56;
        x ^= x * 0x53A22864;
        return Integer.reverse(x);
    }
}
