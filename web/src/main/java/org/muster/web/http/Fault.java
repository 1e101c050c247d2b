package org.muster.web.http;

import java.util.List;
import org.muster.input.Problem;
import org.muster.input.Refusal;

/// A request that is not answered: told in a sentence, with a code.
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;
    private final transient List<String> findings;
    private final transient List<Problem> problems;

    /// @param sentence what is wrong and what would be right, without its full stop
    public Fault(Code code, String sentence) {
        this(code, List.of(), sentence);
    }

    /// @param findings what is wrong in detail, a whole line each
    /// @param sentence what that means for what was asked, without its full stop
    public Fault(Code code, List<String> findings, String sentence) {
        this(code, findings, List.of(), sentence);
    }

    private Fault(Code code, List<String> findings, List<Problem> problems, String sentence) {
        super(sentence);
        this.code = code;
        this.findings = List.copyOf(findings);
        this.problems = List.copyOf(problems);
    }

    /// A fault by mistakes that have a place, in a file or in what was sent.
    ///
    /// @param sentence what they mean for what was asked, without its full stop
    public static Fault at(Code code, List<Problem> problems, String sentence) {
        return new Fault(code, problems.stream().map(Problem::sentence).toList(), problems, sentence);
    }

    /// What kind of thing is wrong.
    public Code code() {
        return code;
    }

    /// What is wrong in detail, a line each; empty where the sentence says all.
    public List<String> findings() {
        return findings;
    }

    /// The mistakes that have a place, in the order of the findings; empty where none has.
    public List<Problem> problems() {
        return problems;
    }

    /// What is wrong, as a whole sentence.
    public String sentence() {
        return Refusal.ended(String.valueOf(getMessage()));
    }
}
