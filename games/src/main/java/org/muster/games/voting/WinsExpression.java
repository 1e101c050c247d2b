package org.muster.games.voting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// When a coalition wins, in terms of the numbered criteria that it meets: `(1 and 2) or 3`.
public sealed interface WinsExpression {
    /// The criterion with this number, from 1.
    record Criterion(int number) implements WinsExpression {}

    /// All of them.
    record And(List<WinsExpression> parts) implements WinsExpression {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /// At least one of them.
    record Or(List<WinsExpression> parts) implements WinsExpression {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /// Whether it holds for the criteria met, bit `k - 1` for criterion `k`.
    default boolean holds(int met) {
        return switch (this) {
            case Criterion c -> ((met >>> (c.number() - 1)) & 1) != 0;
            case And and -> and.parts().stream().allMatch(p -> p.holds(met));
            case Or or -> or.parts().stream().anyMatch(p -> p.holds(met));
        };
    }

    /// Reads an expression over the criteria `1 .. criteria`; `and` binds more tightly than `or`.
    ///
    /// @throws IllegalArgumentException with the place (from 1) where the text is no such expression, or where
    ///                                  parentheses stand more than 100 deep
    static WinsExpression parse(String text, int criteria) {
        return new Parser(text, criteria).whole();
    }

    /// Recursive descent.
    final class Parser {
        /// Parentheses inside one another: far more than any rule has, far fewer than the stack bears.
        private static final int MOST_DEEP = 100;
        private static final int MOST_SAID = 60;

        private final String text;
        private final int criteria;
        private int at;
        private int depth;

        private Parser(String text, int criteria) {
            this.text = text;
            this.criteria = criteria;
        }

        private WinsExpression whole() {
            WinsExpression read = or();
            if (at < text.length()) {
                throw wrong("here the expression should end");
            }
            return read;
        }

        private WinsExpression or() {
            List<WinsExpression> parts = new ArrayList<>(List.of(and()));
            while (takes("or")) {
                parts.add(and());
            }
            return parts.size() == 1 ? parts.getFirst() : new Or(parts);
        }

        private WinsExpression and() {
            List<WinsExpression> parts = new ArrayList<>(List.of(single()));
            while (takes("and")) {
                parts.add(single());
            }
            return parts.size() == 1 ? parts.getFirst() : new And(parts);
        }

        private WinsExpression single() {
            skipSpace();
            if (takes("(")) {
                if (++depth > MOST_DEEP) {
                    throw wrong(String.format(Locale.ROOT, "parentheses stand more than %d deep", MOST_DEEP));
                }
                WinsExpression inner = or();
                depth--;
                if (!takes(")")) {
                    throw wrong("a closing parenthesis is missing");
                }
                return inner;
            }
            int from = at;
            while (at < text.length() && isDigit(text.charAt(at))) {
                at++;
            }
            if (from == at || at - from > 4) {
                throw wrong("a criterion's number or an opening parenthesis is missing");
            }
            int number = Integer.parseInt(text.substring(from, at));
            if (number < 1 || number > criteria) {
                at = from;
                throw wrong(String.format(Locale.ROOT, "there is no criterion %d, only 1 to %d", number, criteria));
            }
            skipSpace();
            return new Criterion(number);
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }

        private boolean takes(String word) {
            skipSpace();
            if (text.regionMatches(true, at, word, 0, word.length())) {
                at += word.length();
                skipSpace();
                return true;
            }
            return false;
        }

        private void skipSpace() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private IllegalArgumentException wrong(String what) {
            String said = text.length() > MOST_SAID ? text.substring(0, MOST_SAID) + "..." : text;
            return new IllegalArgumentException(
                    String.format(Locale.ROOT, "wins is \"%s\": at character %d %s", said, at + 1, what));
        }
    }
}
