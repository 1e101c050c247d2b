package org.muster.input;

import java.util.List;

/// What somebody asks for cannot be done as asked: their mistake, and not one of the program, told in a sentence.
///
/// Thrown where flags, folders and files are read and where a question cannot be put to what they hold. Every face
/// tells it (the terminal with exit code 2). A mistake of the program is any other exception, and is never told so.
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> findings;

    /// @param sentence what is wrong and what would be right, without its full stop (a question keeps its mark)
    public Refusal(String sentence) {
        this(List.of(), sentence);
    }

    /// @param findings what is wrong in detail, a whole line each
    /// @param sentence what that means for what was asked, without its full stop
    public Refusal(List<String> findings, String sentence) {
        super(sentence);
        this.findings = List.copyOf(findings);
    }

    /// @param sentence what is wrong and what would be right, without its full stop
    /// @param cause    where it was noticed
    public Refusal(String sentence, Throwable cause) {
        super(sentence, cause);
        this.findings = List.of();
    }

    /// What is wrong in detail, a line each; empty where the sentence says all.
    public List<String> findings() {
        return findings;
    }

    /// What is wrong, without its full stop.
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /// What is wrong, as a whole sentence: a question keeps its mark, and whatever brought a full stop gets no second.
    public String wholeSentence() {
        return ended(sentence());
    }

    /// A sentence with its full stop, unless it is a question or has one.
    public static String ended(String sentence) {
        return sentence.endsWith("?") || sentence.endsWith(".") ? sentence : sentence + ".";
    }
}
