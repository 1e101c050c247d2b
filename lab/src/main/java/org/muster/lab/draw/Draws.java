package org.muster.lab.draw;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.rng.core.source32.Philox4x32;

/// Draws of a study: pure functions of (seed, future, stream, step).
///
/// Philox4x32 with ten rounds, the seed being the key and (future, hash of the stream's name, step, block) the counter,
/// so that another stream, a later future or another worker changes no draw. Source: J. Salmon, M. Moraes, R. Dror, D.
/// Shaw, *Parallel Random Numbers: As Easy as 1, 2, 3*, SC11 (2011).
///
/// @param seed any number
public record Draws(long seed) {
    /// 2 to the power of -53: the distance of two neighbours of [#uniform].
    private static final double UNIT = 0x1p-53;

    /// Four words of 32 bits each of Philox4x32-10.
    ///
    /// @param key     two words, the lower one first
    /// @param counter four words, the lowest one first
    public static int[] block(int[] key, int[] counter) {
        // The generator counts on before it fills its buffer.
        int[] before = counter.clone();
        for (int i = 0; i < before.length && before[i]-- == 0; i++) {
            // a word that falls below nothing borrows from the next
        }
        Philox4x32 philox = new Philox4x32(new int[] {key[0], key[1], before[0], before[1], before[2], before[3]});
        return new int[] {philox.nextInt(), philox.nextInt(), philox.nextInt(), philox.nextInt()};
    }

    /// 64 bits.
    ///
    /// @param future from 0
    /// @param stream its hash by [#hash]
    /// @param step   from 0, for example a year
    public long bits(int future, int stream, int step) {
        int[] words = block(new int[] {(int) seed, (int) (seed >>> 32)}, new int[] {future, stream, step, 0});
        return ((words[0] & 0xFFFF_FFFFL) << 32) | (words[1] & 0xFFFF_FFFFL);
    }

    /// A number from 0, included, to 1, excluded; every multiple of 2^-53 is as likely as any other.
    public double uniform(int future, int stream, int step) {
        return (bits(future, stream, step) >>> 11) * UNIT;
    }

    /// The hash of a stream's name, the same on every machine: FNV-1a of its characters, mixed once more.
    public static int hash(String name) {
        int hash = 0x811C9DC5;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ (name.charAt(i) & 0xFF)) * 0x01000193;
            hash = (hash ^ (name.charAt(i) >>> 8)) * 0x01000193;
        }
        hash ^= hash >>> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >>> 13;
        hash *= 0xC2B2AE35;
        return hash ^ (hash >>> 16);
    }

    /// Two names that would draw the same numbers.
    ///
    /// @throws IllegalArgumentException naming both
    public static void requireApart(Collection<String> names) {
        Map<Integer, String> by = new HashMap<>();
        for (String name : names) {
            String other = by.putIfAbsent(hash(name), name);
            if (other != null && !other.equals(name)) {
                throw new IllegalArgumentException(
                        "streams \"" + other + "\" and \"" + name + "\" would draw the same numbers");
            }
        }
    }
}
