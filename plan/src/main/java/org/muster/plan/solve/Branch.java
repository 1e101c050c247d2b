package org.muster.plan.solve;

import java.util.List;

/// A branch: bounds of the yes/no variables, one each, in the order of their indices.
///
/// @param lower    least values
/// @param upper    greatest values
/// @param bound    no point in it is below
/// @param parent   no point in the branch that it was split from is below
/// @param variable what it was split on; -1 for a root
/// @param distance by how much the split moved the variable: above zero upwards, below zero downwards
/// @param tight    what earlier levels say about the points in it
@SuppressWarnings("ArrayRecordComponent") // of one search, never compared
record Branch(long[] lower, long[] upper, long bound, long parent, int variable, double distance, List<Tight> tight) {
    Branch bounded(long better, List<Tight> more) {
        return new Branch(lower, upper, better, parent, variable, distance, more);
    }

    /// Leaves of a face what lies in the branch.
    ///
    /// @param yesNo the variables that the bounds are of
    /// @return false where that is plainly nothing
    boolean narrow(Face face, int[] yesNo) {
        boolean left = true;
        for (int k = 0; k < yesNo.length; k++) {
            int j = yesNo[k];
            face.lower[j] = Math.max(face.lower[j], lower[k]);
            face.upper[j] = Math.min(face.upper[j], upper[k]);
            left &= face.lower[j] <= face.upper[j];
        }
        // Each says which bound its variables cannot leave: bounds that must stand before it is asked.
        tight.forEach(known -> known.bound().tighten(face, known.value()));
        return left;
    }

    /// A bound of an earlier level that is reached in a branch: most variables cannot move, and mostly the level needs
    /// no cut there, whose price would have to be rounded.
    record Tight(ExactBound bound, long value) {}
}
