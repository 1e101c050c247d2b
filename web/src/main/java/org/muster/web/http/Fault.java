package org.muster.web.http;

import java.util.List;
import org.muster.input.Refusal;

/// A request that is not answered: told in a sentence, with a code.
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;
    private final transient List<String> findings;

    /// @param sentence what is wrong and what would be right, without its full stop
    public Fault(Code code, String sentence) {
        this(code, List.of(), sentence);
    }

    /// @param findings what is wrong in detail, a whole line each
    /// @param sentence what that means for what was asked, without its full stop
    public Fault(Code code, List<String> findings, String sentence) {
        super(sentence);
        this.code = code;
        this.findings = List.copyOf(findings);
    }

    /// What kind of thing is wrong.
    public Code code() {
        return code;
    }

    /// What is wrong in detail, a line each; empty where the sentence says all.
    public List<String> findings() {
        return findings;
    }

    /// What is wrong, as a whole sentence.
    public String sentence() {
        return Refusal.ended(String.valueOf(getMessage()));
    }
}
