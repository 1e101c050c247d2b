package org.muster.games.concept;

import java.util.List;
import java.util.Optional;
import org.muster.games.Answer;
import org.muster.games.Label;

/// What a concept comes to for one game.
public sealed interface Outcome {
    /// A value, and how sure it is.
    ///
    /// @param value the value
    /// @param label how sure it is
    /// @param scans passes over all coalitions
    /// @param lps   linear programs solved
    /// @param proof what proves it, missing where nothing was asked for or needed
    /// @param drawn how it was estimated, missing where it was not
    record Answered(Value value, Label label, int scans, int lps, Optional<Proof> proof, Optional<Drawn> drawn)
            implements Outcome {
        /// The same with its proof.
        Answered with(Proof by) {
            return new Answered(value, label, scans, lps, Optional.of(by), drawn);
        }

        /// The same where the game that was solved holds its values rounded only: no fractions, and no proof.
        private Answered numerical(double tolerance) {
            boolean exact = label instanceof Label.Exact || label instanceof Label.Certified;
            return exact
                    ? new Answered(
                            value.inDoubles(), new Label.Numerical(tolerance), scans, lps, Optional.empty(), drawn)
                    : this;
        }
    }

    /// The concept does not exist for this game, which is a fact about the game.
    ///
    /// @param why the reason, without a full stop
    record NotDefined(String why) implements Outcome {}

    /// No value was found that holds: a limit was met, or a proof failed.
    ///
    /// @param why    the reason, without a full stop
    /// @param advice what to do, without a full stop
    record Failed(String why, String advice) implements Outcome {}

    /// How an estimate was drawn.
    ///
    /// @param evaluations coalitions looked at
    /// @param seed        of the random numbers
    record Drawn(long evaluations, long seed) {}

    /// One number a player.
    static Answered of(Answer answer) {
        return of(new Value.PerPlayer(answer.values(), answer.fractions()), answer);
    }

    /// A single number, the first of the answer.
    static Answered single(Answer answer) {
        return of(
                new Value.Single(answer.values().getFirst(), answer.fractions().map(List::getFirst)), answer);
    }

    /// A value with the label of the answer that it comes from.
    private static Answered of(Value value, Answer answer) {
        return of(value, answer.label(), answer.scans(), answer.lps());
    }

    /// A value without a proof.
    static Answered of(Value value, Label label, int scans, int lps) {
        return new Answered(value, label, scans, lps, Optional.empty(), Optional.empty());
    }

    /// The same where the values of the game are rounded: no answer is told as exact.
    ///
    /// @param tolerance how far the values may be off
    default Outcome rounded(double tolerance) {
        return this instanceof Answered answered ? answered.numerical(tolerance) : this;
    }

    /// The value.
    ///
    /// @throws IllegalStateException with the reason, where there is none
    default Answered orElseThrow() {
        return switch (this) {
            case Answered answered -> answered;
            case NotDefined none -> throw new IllegalStateException("not defined: " + none.why());
            case Failed failed -> throw new IllegalStateException(failed.why() + "; " + failed.advice());
        };
    }
}
