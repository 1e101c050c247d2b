package org.muster.solve;

import java.util.ArrayList;
import java.util.List;

/// A branch: bounds of the yes/no variables, one each, in the order of their indices, and of others that it had to be
/// split on.
///
/// @param lower    least values
/// @param upper    greatest values
/// @param others   bounds of other variables
/// @param bound    no point in it is below
/// @param parent   no point in the branch that it was split from is below
/// @param variable what it was split on; -1 for a root
/// @param distance by how much the split moved the variable: above zero upwards, below zero downwards
/// @param tight    what earlier levels say about the points in it
/// @param node     its number in the written proof
@SuppressWarnings("ArrayRecordComponent") // of one search, never compared
record Branch(
        long[] lower,
        long[] upper,
        List<Other> others,
        long bound,
        long parent,
        int variable,
        double distance,
        List<Tight> tight,
        int node) {
    /// Bounds of a variable that is no yes/no.
    record Other(int variable, long lower, long upper) {}

    Branch bounded(long better, List<Tight> more) {
        return new Branch(lower, upper, others, better, parent, variable, distance, more, node);
    }

    /// The same branch as a root of the next level.
    Branch asRoot(int newNode) {
        return new Branch(lower, upper, others, Long.MIN_VALUE, Long.MIN_VALUE, -1, 0, tight, newNode);
    }

    List<Other> and(Other one) {
        List<Other> more = new ArrayList<>(others);
        more.add(one);
        return List.copyOf(more);
    }

    /// Leaves of a face what lies in the branch.
    ///
    /// @param yesNo the variables that the bounds are of
    /// @return false where that is plainly nothing
    boolean narrow(Face face, int[] yesNo) {
        boolean left = true;
        for (int k = 0; k < yesNo.length; k++) {
            left &= narrow(face, yesNo[k], lower[k], upper[k]);
        }
        for (Other other : others) {
            left &= narrow(face, other.variable(), other.lower(), other.upper());
        }
        // Each says which bound its variables cannot leave: bounds that must stand before it is asked.
        tight.forEach(known -> known.bound().tighten(face, known.value()));
        return left;
    }

    private static boolean narrow(Face face, int j, long least, long most) {
        face.lower[j] = Math.max(face.lower[j], least);
        face.upper[j] = Math.min(face.upper[j], most);
        return face.lower[j] <= face.upper[j];
    }

    /// A bound of an earlier level that is reached in a branch: most variables cannot move, and mostly the level needs
    /// no cut there, whose price would have to be rounded.
    record Tight(ExactBound bound, long value) {}
}
