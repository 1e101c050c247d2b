package org.muster.pledge.forecast;

/// What the forecasts of a day rest on, for readers.
///
/// @param common a year's step of all members, as a logarithm of the measure's odds (of the measure, where it is no
///               percentage)
/// @param pull   share of the gap to the target that is closed in a year
/// @param factor by how much widths were made narrower or wider, by past origins
/// @param width  scale of a year's change before that
/// @param shared correlation of members' changes over ten years, or as many as are forecast
public record Learned(double common, double pull, double factor, double width, double shared) {}
