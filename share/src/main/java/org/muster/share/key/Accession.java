package org.muster.share.key;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/// A key after members have joined: those who were there give way in proportion,
/// `new_i = old_i (100 - newcomers) / 100`.
///
/// A [ConstrainedRescale] with newcomers only. Source: reproduces NATO's cost shares of 2024-25 from those of 2021
/// (Finland 0.9057, Sweden 1.9277) to 0.0001 points.
public final class Accession {
    private Accession() {}

    /// The key after accession.
    ///
    /// @param old       shares in percent
    /// @param newcomers shares of those who join, in percent
    /// @throws IllegalArgumentException with a sentence, where a newcomer is there already or takes all
    public static ConstrainedRescale.Rescaled of(
            Map<String, BigDecimal> old, Map<String, BigDecimal> newcomers, int decimals) {
        return ConstrainedRescale.of(
                old, new ConstrainedRescale.Terms(Map.of(), Set.of(), BigDecimal.ZERO, newcomers), decimals);
    }
}
