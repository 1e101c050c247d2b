package org.muster.lab.study;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muster.alliance.Alliance;
import org.muster.folder.AllianceFolder;
import org.muster.input.Problem;
import org.muster.input.Refusal;
import org.muster.lab.design.Design;
import org.muster.lab.join.Settle;
import org.muster.lab.run.Question;
import org.muster.lab.run.Stack;

/// A question as it goes to another process: the folder's texts in their normal form, and words.
///
/// @param texts   of the folder, by path
/// @param reforms names of the reforms that are compared, in order
public record Asked(
        Map<String, String> texts,
        List<String> reforms,
        Design design,
        int futures,
        long seed,
        Question.Reaction reaction,
        Settle settle)
        implements Serializable {
    public Asked {
        texts = new TreeMap<>(texts);
        reforms = List.copyOf(reforms);
    }

    /// The same as a question that can go elsewhere.
    public static Asked of(Question question) {
        return new Asked(
                AllianceFolder.texts(question.alliance()),
                question.stacks().stream().map(Stack::name).toList(),
                question.design(),
                question.futures(),
                question.seed(),
                question.reaction(),
                question.settle());
    }

    /// The question again.
    public Question question() {
        Alliance alliance = read();
        return new Question(
                alliance,
                reforms.stream().map(name -> Stack.of(alliance.lab(), name)).toList(),
                design,
                futures,
                seed,
                reaction,
                settle);
    }

    private Alliance read() {
        var reading = AllianceFolder.read(texts);
        return reading.alliance()
                .orElseThrow(() -> new Refusal(
                        reading.problems().stream().map(Problem::sentence).toList(),
                        "the folder in its normal form is not read again"));
    }
}
