package org.muster.alliance.source;

/// How far a number or statement can be trusted.
public enum Status {
    /// Found in a published document, which the source names.
    PUBLISHED,
    /// Published, and marked there as an estimate or forecast.
    ESTIMATE,
    /// Written down from memory and checked by arithmetic only; never shown as published.
    RECALLED,
    /// Worked out from published figures by a rule that the source states.
    DERIVED,
    /// Published or worked out for somebody else, another mission or another time, and taken over as it is; the source
    /// says from where.
    BORROWED,
    /// Invented so that an example is complete; shown as such wherever it is used.
    ILLUSTRATIVE;

    /// The word in files and on screens, for example `illustrative`.
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
