package org.muster.solve;

/// What becomes of a solver's word.
public enum Check {
    /// Nothing: it is told as what the solver claims. For measuring solvers as they are.
    NONE,
    /// A tree of branches is finished from the solver's point, every leaf closed in whole numbers.
    CERTIFIED,
    /// The same, as long as it takes, and the tree is kept to be written down.
    WRITTEN
}
