package org.muster.invest;

/// How it is known which coalitions can do a mission.
public enum HowKnown {
    /// All coalitions, by merging those that lack the same: exact.
    FOLD("fold", "all coalitions by merging those that lack the same"),
    /// All coalitions in coarser units, against the mission and for it: a proven interval.
    BRACKET("bracket", "all coalitions in coarser units, once against the mission and once for it"),
    /// The planner, for coalitions of the members that matter: exact.
    PLANNER("planner", "the planner, for all coalitions of the members that matter"),
    /// The planner, for coalitions that are drawn: an interval that holds the truth in 95 of 100 seeds; never proven.
    ESTIMATED("estimated", "the planner, for coalitions that are drawn"),
    /// Not known.
    UNKNOWN("not known", "not known");

    private final String word;
    private final String account;

    HowKnown(String word, String account) {
        this.word = word;
        this.account = account;
    }

    /// The word in files and on screens.
    public String word() {
        return word;
    }

    /// The same in a phrase.
    public String account() {
        return account;
    }
}
