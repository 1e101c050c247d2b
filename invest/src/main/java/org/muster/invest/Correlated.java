package org.muster.invest;

import org.muster.games.Fraction;

/// What a mission costs on average when it comes, by what members' decisions have to do with one another; in minor
/// units. All that is asked counts as missing where nobody goes, and what arises whoever goes counts always.
///
/// @param independent as if each member decided by itself, with the chance that it has over all worlds
/// @param worlds      each by itself given the world: what they have in common is the world
/// @param nested      given each member's chance in a world: whoever goes, all who are more willing go too. The dearest
///                    that there can be where nobody goes only under conditions on others
/// @param atMost      dearer it is never, whatever decisions have to do with one another: as `nested`, without
///                    those who go only under conditions
public record Correlated(Fraction independent, Fraction worlds, Fraction nested, Fraction atMost) {
    static final Correlated NOTHING = new Correlated(Fraction.ZERO, Fraction.ZERO, Fraction.ZERO, Fraction.ZERO);

    Correlated plus(Correlated other, Fraction factor) {
        return new Correlated(
                independent.plus(other.independent.times(factor)),
                worlds.plus(other.worlds.times(factor)),
                nested.plus(other.nested.times(factor)),
                atMost.plus(other.atMost.times(factor)));
    }
}
