package org.muster.alliance.lab;

import java.util.List;
import java.util.Optional;
import org.muster.alliance.invest.Rate;
import org.muster.alliance.source.Provenance;

/// In what reforms are tried: years, missions that may come, and what is not known.
///
/// @param firstYear  the first year that is walked
/// @param years      how many, from 1 to 100
/// @param templates  missions that may come, none twice
/// @param worlds     whether members are as willing as the worlds of `invest.yaml` say, one of which is drawn a future
/// @param factors    what is not known, at most 60, none named twice
/// @param thresholds what a run has to reach to be called satisfactory
/// @param stakes     what members reply by, where they react
/// @param provenance source and status
public record Futures(
        int firstYear,
        int years,
        List<Template> templates,
        boolean worlds,
        List<Factor> factors,
        List<Threshold> thresholds,
        Stakes stakes,
        Provenance provenance) {
    public Futures {
        templates = List.copyOf(templates);
        factors = List.copyOf(factors);
        thresholds = List.copyOf(thresholds);
    }

    /// A mission that may come.
    ///
    /// @param mission its id
    /// @param perYear how often it comes in a year on average, above zero
    public record Template(String mission, Rate perYear) {}

    /// What a run has to reach.
    ///
    /// @param measure a measure's id
    /// @param least   whether the value is a floor; else it is a ceiling
    /// @param value   in the measure's unit
    public record Threshold(String measure, boolean least, java.math.BigDecimal value) {
        /// Whether a measured value reaches it.
        public boolean isMetBy(double measured) {
            return least ? measured >= value.doubleValue() : measured <= value.doubleValue();
        }
    }

    /// The factor with this id.
    public Optional<Factor> factor(String id) {
        return factors.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
