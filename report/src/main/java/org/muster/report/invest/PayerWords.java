package org.muster.report.invest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.invest.InvestAnswer;
import org.muster.invest.InvestQuestion;
import org.muster.invest.PoolPayers;
import org.muster.invest.Scarcity;
import org.muster.invest.YearlyPrice;

/// The words of who pays by several rules that the forms of an answer share.
final class PayerWords {
    private final InvestAnswer answer;
    private final InvestWords words;

    PayerWords(InvestAnswer answer, InvestWords words) {
        this.answer = answer;
        this.words = words;
    }

    /// What the others would do without a subscriber.
    static String survives(PoolPayers.@Nullable Survival survival) {
        return survival == null
                ? ""
                : switch (survival) {
                    case ALL -> "they buy all";
                    case LESS -> "they buy less";
                    case NOTHING -> "they buy nothing";
                };
    }

    /// What the rules come to, one sentence each.
    List<String> rules(PoolPayers payers) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "Spared: what lies with a member of missions with a price of failure, before it pays. Alone: what it"
                        + " would gain by buying alone.");
        long all = payers.spared().stream().mapToLong(Long::longValue).sum();
        long price = answer.priceOf(answer.best());
        sentences.add(
                all >= price
                        ? "All are spared " + words.money(all) + " for " + words.money(price)
                                + ": there is a split with nobody worse off."
                        : "All are spared " + words.money(all) + " for " + words.money(price)
                                + ", so that somebody is worse off however it is split.");
        for (PoolPayers.ByRule rule : payers.rules()) {
            StringBuilder out = new StringBuilder(
                    Character.toUpperCase(rule.title().charAt(0)) + rule.title().substring(1) + ": ");
            out.append(
                    rule.leaving().isEmpty()
                            ? "nobody would rather stay out"
                            : InvestWords.list(rule.leaving())
                                    + (rule.leaving().size() == 1
                                            ? " would rather stay out, and gain "
                                            : " would rather buy without the others, and gain ")
                                    + words.money(rule.leavingGain()) + " by it");
            out.append("; worse off ");
            List<String> worse = new ArrayList<>();
            rule.worseOff().forEach((member, minor) -> worse.add(member + " by " + words.money(minor)));
            out.append(worse.isEmpty() ? "nobody" : InvestWords.list(worse)).append('.');
            sentences.add(out.toString());
        }
        payers.subsidy()
                .filter(subsidy -> subsidy.sign() > 0)
                .ifPresent(subsidy -> sentences.add("No split holds all together; it takes "
                        + words.money(YearlyPrice.rounded(subsidy)) + " a year from elsewhere."));
        payers.scarcity().forEach(one -> sentences.add(scarcity(one)));
        return sentences;
    }

    /// Whether a candidate has a scarcity price.
    private String scarcity(Scarcity one) {
        String title = answer.candidates().get(words.place(one.candidate())).title();
        return "By scarcity, " + title + ": "
                + switch (one.applies()) {
                    case APPLIES ->
                        "who pays is who is spared when there is too little; the last unit takes "
                                + words.money(one.last()) + " a year off, one more would take "
                                + words.money(one.next())
                                + ", and a unit costs " + words.money(one.offered()) + '.';
                    case BY_KEY -> "it spares no member's own offers, so that everybody pays by the alliance's key.";
                    case NOT_AT_ITS_PRICE ->
                        "no such price, and the agreed key; a unit costs " + words.money(one.offered())
                                + " a year, and the last takes " + words.money(one.last())
                                + " off what lines cost, one more would take " + words.money(one.next())
                                + " (failures left aside): the price would have to lie between the two.";
                    case BESIDE_ANOTHER -> "no such price, and the agreed key; another candidate brings the same.";
                    case NOT_TOLD -> "not told, and the agreed key; " + one.why() + '.';
                };
    }

    /// Why no rules are told though they were asked for; empty where they are, or were not.
    Optional<String> whyNone() {
        if (!answer.question().asks(InvestQuestion.Besides.WHO_PAYS)
                || answer.payers().isPresent()
                || !answer.notInTime().isEmpty()) {
            return Optional.empty();
        }
        String why;
        if (answer.priceOf(answer.best()) == 0) {
            why = "nothing that is chosen costs anything";
        } else if (!answer.question().plan().weighsMoney()) {
            why =
                    "what members are spared is not counted, since no mission of the plan has a price_of_failure (0 counts"
                            + " its missing units only)";
        } else {
            why = "the alliance, or a candidate that is bought, has no key to share by";
        }
        return Optional.of("Who pays by several rules is not told: " + why + '.');
    }
}
