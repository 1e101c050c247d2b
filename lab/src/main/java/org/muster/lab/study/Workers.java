package org.muster.lab.study;

import java.io.IOException;
import java.util.List;
import org.muster.lab.run.Question;

/// Whoever works out a study: threads of this process, or other machines. No row hangs on who does.
public interface Workers {
    /// Takes what is worked out, from any thread.
    interface Taker {
        /// Takes a part that is worked out.
        ///
        /// @param lines the part's rows as they stand in its chunk, each with its line's end
        /// @throws java.io.UncheckedIOException where it cannot be kept
        void take(Part part, String lines);
    }

    /// Works out every part and hands each over, in any order; one that is handed over twice has the same rows.
    ///
    /// @throws org.muster.input.Refusal where a row cannot be worked out, or the workers cannot be had
    void work(Question question, List<Part> parts, Taker taker) throws IOException;
}
