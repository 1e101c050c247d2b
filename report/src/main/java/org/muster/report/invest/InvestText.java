package org.muster.report.invest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.games.Fraction;
import org.muster.invest.Explained;
import org.muster.invest.HowKnown;
import org.muster.invest.InvestAnswer;
import org.muster.invest.Judged;
import org.muster.invest.MemberMoney;
import org.muster.invest.NeedInCommon;
import org.muster.invest.PoolPayers;
import org.muster.invest.YearlyPrice;
import org.muster.report.write.Screen;

/// What to hold in common, as text: the answer in a sentence, what is held, what it does, what nothing can reach.
public final class InvestText {

    private final InvestAnswer answer;
    private final InvestWords words;
    private final NeedWords needs;
    private final PayerWords payers;
    private final BesideWords beside;
    private final Screen screen;
    private final StringBuilder out = new StringBuilder();

    private InvestText(InvestAnswer answer, Screen screen) {
        this.answer = answer;
        this.words = new InvestWords(answer);
        this.needs = new NeedWords(answer, words);
        this.payers = new PayerWords(answer, words);
        this.beside = new BesideWords(answer, words);
        this.screen = screen;
    }

    /// What fits a screen.
    public static String summary(InvestAnswer answer, Screen screen) {
        InvestText text = new InvestText(answer, screen);
        text.answer();
        text.bindingInShort();
        text.cvar();
        text.leftOut();
        text.explained();
        text.whoPaysInShort();
        text.rules();
        text.waiting();
        text.atOnce();
        text.frontier();
        text.evaluated();
        text.rest();
        return text.out.toString();
    }

    /// The same with the chance without every member.
    public static String full(InvestAnswer answer, Screen screen) {
        InvestText text = new InvestText(answer, screen);
        text.answer();
        text.binding();
        text.cvar();
        text.leftOut();
        text.explained();
        text.dependencies();
        text.correlated();
        text.payers();
        text.limit();
        text.rules();
        text.waiting();
        text.atOnce();
        text.frontier();
        text.evaluated();
        text.rest();
        return text.out.toString();
    }

    private void heading(String title) {
        out.append('\n').append(screen.bold(title)).append('\n');
    }

    private void answer() {
        out.append(screen.title(words.headline()));
        out.append(screen.wrapped(words.proof(), "  "));
        if (!words.notInTime().isEmpty()) {
            out.append(screen.wrapped(words.notInTime(), "  "));
        }
        if (answer.best().levels().stream().anyMatch(level -> level > 0)) {
            held();
        }
        missions();
    }

    private void held() {
        heading("What to hold in common (" + answer.question().alliance().currency() + " a year)");
        List<List<String>> rows = new ArrayList<>();
        List<Long> prices = answer.pricesOf(answer.best());
        for (int c = 0; c < answer.candidates().size(); c++) {
            if (answer.best().levels().get(c) > 0) {
                InvestCandidate candidate = answer.candidates().get(c);
                rows.add(List.of(
                        candidate.id(), candidate.title(), words.held(answer.best(), c), words.grouped(prices.get(c))));
            }
        }
        rows.add(List.of("together", "", "", words.grouped(answer.priceOf(answer.best()))));
        out.append(screen.table(List.of("Candidate", "Title", "How much", "Price"), 3, rows));
    }

    private void missions() {
        heading("What it does (chances in percent; the last two columns with it)");
        List<List<String>> rows = new ArrayList<>();
        for (Judged then : answer.best().missions()) {
            Judged now = words.before(then);
            rows.add(List.of(
                    then.mission(),
                    InvestWords.without(then),
                    InvestWords.number(then.perYear()),
                    InvestWords.chance(now),
                    InvestWords.chance(then),
                    then.method() == HowKnown.UNKNOWN || !then.runs() ? "-" : InvestWords.percent(then.weakest())));
        }
        out.append(screen.table(List.of("Mission", "Cannot be spared", "A year", "Now", "Then", "At worst"), 2, rows));
        out.append(screen.wrapped(
                "At worst: without the one member that it can least do without. Fail in a year on average: now "
                        + InvestWords.number(answer.before().failuresPerYear()) + ", then "
                        + InvestWords.number(answer.best().failuresPerYear()) + ".",
                "  "));
    }

    /// What nothing in the list can reach comes with what holds it.
    private void bindingInShort() {
        words.bindingInShort().ifPresent(sentence -> out.append('\n').append(screen.wrapped(sentence, "  ")));
    }

    private void cvar() {
        List<String> sentences = words.cvar();
        if (!sentences.isEmpty()) {
            out.append('\n');
            sentences.forEach(sentence -> out.append(screen.wrapped(sentence, "  ")));
        }
    }

    private void binding() {
        words.binding().ifPresent(sentence -> out.append('\n').append(screen.wrapped(sentence, "  ")));
    }

    private void leftOut() {
        if (answer.leftOut().isEmpty()) {
            return;
        }
        heading("What nothing in the list can reach, and is left out of what is asked");
        Map<String, List<InvestAnswer.LeftOut>> byMission = new LinkedHashMap<>();
        answer.leftOut()
                .forEach(one -> byMission
                        .computeIfAbsent(one.asked().mission(), mission -> new ArrayList<>())
                        .add(one));
        byMission.forEach((mission, some) -> {
            Fraction worst = some.stream().map(InvestAnswer.LeftOut::reached).reduce(Fraction.ONE, Fraction::min);
            String leads = some.stream()
                    .filter(one -> one.hold() == InvestAnswer.Hold.ONLY_LEAD)
                    .map(one -> one.asked().member().orElse(""))
                    .map(one -> one + " is its only lead")
                    .collect(Collectors.joining(", "));
            out.append(screen.wrapped(
                    mission + " without "
                            + InvestWords.named(some.stream()
                                    .map(one -> one.asked().member().orElse(""))
                                    .toList())
                            + ": asked for "
                            + InvestWords.percent(some.getFirst().asked().least())
                            + " percent, at most " + InvestWords.percent(worst) + " with everything"
                            + (leads.isEmpty() ? "" : " (" + leads + ")") + ".",
                    "  "));
        });
    }

    private void explained() {
        answer.explained().ifPresent(what -> {
            switch (what) {
                case Explained.OfCandidate candidate -> candidate(candidate);
                case Explained.OfMember member -> member(member);
            }
        });
    }

    private void candidate(Explained.OfCandidate candidate) {
        heading("What " + candidate.candidate() + " does beside the rest of the best");
        List<String> header = new ArrayList<>(List.of("Blocks"));
        answer.best().missions().forEach(judged -> header.add(judged.mission()));
        header.add("Fail a year");
        boolean weighs = answer.question().plan().weighsMoney();
        if (weighs) {
            header.addAll(List.of("Saves", "Pays below"));
        }
        List<List<String>> rows = new ArrayList<>();
        for (Explained.Step step : candidate.steps()) {
            List<String> row = new ArrayList<>(List.of(String.valueOf(step.blocks())));
            step.portfolio().missions().forEach(judged -> row.add(InvestWords.chance(judged)));
            row.add(InvestWords.number(step.portfolio().failuresPerYear()));
            if (weighs) {
                row.add(words.grouped(YearlyPrice.rounded(candidate.saves(step))));
                row.add(step.blocks() == 0 ? "-" : words.grouped(YearlyPrice.rounded(candidate.breakEven(step))));
            }
            rows.add(row);
        }
        out.append(screen.table(header, 1, rows));
        out.append(screen.wrapped(
                candidate.steps().size() == 1
                        ? "However much of it, nothing changes."
                        : "Only these numbers of blocks change anything; those between do no more than the one before.",
                "  "));
        candidate.need().ifPresent(this::need);
        List<List<String>> blocks = needs.blockValues(candidate);
        if (!blocks.isEmpty()) {
            heading("What each block takes off what lines cost ("
                    + answer.question().alliance().currency() + " a year)");
            out.append(screen.table(NeedWords.BLOCK_VALUES, 0, blocks));
            out.append(screen.wrapped("All missions with a price of failure; without what failures count.", "  "));
        }
        if (weighs) {
            out.append(screen.wrapped(
                    "Saves: of missions with a price of failure, a year against none of it. Pays below: the price of a block a"
                            + " year below which so many pay; it is "
                            + words.money(YearlyPrice.rounded(answer.prices().get(words.place(candidate.candidate()))))
                            + ".",
                    "  "));
        }
    }

    /// The worth of each unit, one line for those that are worth the same.
    private void need(NeedInCommon need) {
        List<List<String>> rows = needs.unitValues(need);
        if (!rows.isEmpty()) {
            heading("What each unit is worth (" + answer.question().alliance().currency() + " a year)");
            out.append(screen.table(NeedWords.UNIT_VALUES, 0, rows));
        } else {
            out.append('\n');
        }
        needs.need(need).forEach(sentence -> out.append(screen.wrapped(sentence, "  ")));
    }

    private void member(Explained.OfMember member) {
        heading("What frees each mission of " + words.member(member.member()));
        for (Explained.Freed freed : member.missions()) {
            boolean asked = !freed.least().isZero();
            String goal = asked ? InvestWords.percent(freed.least()) + " percent" : "any chance at all";
            String now = freed.mission() + ": " + InvestWords.percent(freed.now()) + " percent without it";
            if (asked ? freed.now().compareTo(freed.least()) >= 0 : !freed.now().isZero()) {
                out.append(screen.wrapped(now + "; nothing has to be done.", "  "));
            } else if (freed.cures().isEmpty()) {
                out.append(screen.wrapped(
                        now + "; nothing in the list gives it " + goal + (onlyLead(freed, member) ? " (only lead)" : "")
                                + ".",
                        "  "));
            } else {
                out.append(screen.wrapped(now + "; " + goal + " with any of:", "  "));
                for (Explained.Cure cure : freed.cures()) {
                    out.append("  ")
                            .append(screen.wrapped(
                                    cure(cure) + ", " + words.money(price(cure)) + " a year: "
                                            + InvestWords.percent(cure.without()) + " percent",
                                    "    "));
                }
            }
        }
    }

    private boolean onlyLead(Explained.Freed freed, Explained.OfMember member) {
        return answer.question()
                .alliance()
                .mission(freed.mission())
                .map(mission -> mission.lead().equals(List.of(member.member())))
                .orElse(false);
    }

    private static String cure(Explained.Cure cure) {
        return cure.blocks().entrySet().stream()
                .map(one -> one.getKey() + (one.getValue() > 1 ? " x " + one.getValue() : ""))
                .collect(Collectors.joining(" + "));
    }

    private static long price(Explained.Cure cure) {
        return YearlyPrice.rounded(cure.pricePerYear());
    }

    private void dependencies() {
        for (Judged then : answer.best().missions()) {
            if (then.method() == HowKnown.UNKNOWN) {
                continue;
            }
            heading(then.mission() + ": the chance without a member, in percent");
            Judged now = words.before(then);
            List<List<String>> rows = new ArrayList<>();
            for (String member : then.players()) {
                if (!now.without(member).equals(now.chance())
                        || !then.without(member).equals(then.chance())) {
                    rows.add(List.of(
                            words.member(member),
                            InvestWords.percent(now.without(member)),
                            InvestWords.percent(then.without(member))));
                }
            }
            out.append(screen.table(List.of("Without", "Now", "Then"), 1, rows));
            out.append(screen.wrapped("Known by " + then.method().account() + ".", "  "));
        }
    }

    private void atOnce() {
        List<List<String>> rows = beside.atOnce();
        if (!rows.isEmpty()) {
            heading("Missions whose days meet, both at once (chances in percent)");
            out.append(screen.table(BesideWords.AT_ONCE, 2, rows));
        }
        beside.atOnceMeans().forEach(sentence -> out.append(screen.wrapped(sentence, "  ")));
    }

    private void correlated() {
        List<List<String>> rows = beside.correlated();
        if (!rows.isEmpty()) {
            heading("What a mission costs by what members' decisions have in common ("
                    + answer.question().alliance().currency() + " when it comes, with the best)");
            out.append(screen.table(BesideWords.CORRELATED, 1, rows));
            out.append(screen.wrapped(BesideWords.CORRELATED_MEANS, "  "));
        }
    }

    private void payers() {
        Optional<List<MemberMoney>> members =
                answer.members().map(MemberMoney.All::members).filter(some -> !some.isEmpty());
        if (members.isPresent()) {
            heading("Who pays by the agreed keys ("
                    + answer.question().alliance().currency() + " a year on average)");
            List<List<String>> rows = new ArrayList<>();
            for (MemberMoney one : members.get()) {
                rows.add(List.of(
                        words.member(one.code()),
                        words.grouped(one.before()),
                        words.grouped(one.after()),
                        words.grouped(one.pays()),
                        words.grouped(one.net())));
            }
            out.append(screen.table(List.of("Member", "Before", "After", "Price", "Worse off by"), 1, rows));
            out.append(screen.wrapped(
                    "Before and after: its own offers, and by the alliance's own key its share of what is drawn or"
                            + " hired in common, for missions whose cost is known. Missing units cost nobody anything; they"
                            + " count " + words.missing() + ".",
                    "  "));
            return;
        }
        answer.paysByKey().filter(pays -> !pays.isEmpty()).ifPresent(pays -> {
            heading("Who pays the price by the agreed keys ("
                    + answer.question().alliance().currency() + " a year)");
            List<List<String>> rows = new ArrayList<>();
            pays.forEach((member, minor) -> rows.add(List.of(words.member(member), words.grouped(minor))));
            out.append(screen.table(List.of("Member", "Pays"), 1, rows));
        });
    }

    private void whoPaysInShort() {
        words.limit().ifPresent(sentence -> out.append('\n').append(screen.wrapped(sentence, "  ")));
        if (answer.best().levels().stream().anyMatch(level -> level > 0)) {
            words.worseOff().ifPresent(sentence -> out.append('\n').append(screen.wrapped(sentence, "  ")));
        }
    }

    private void limit() {
        words.limit().ifPresent(sentence -> out.append(screen.wrapped(sentence, "  ")));
    }

    /// Rules beside one another, with what each member is spared.
    private void rules() {
        payers.whyNone().ifPresent(sentence -> out.append('\n').append(screen.wrapped(sentence, "  ")));
        answer.payers().ifPresent(told -> {
            heading("Who pays the price, by several rules ("
                    + answer.question().alliance().currency() + " a year)");
            List<String> header = new ArrayList<>(List.of("Member", "Spared", "Alone"));
            told.rules().forEach(rule -> header.add(rule.title()));
            header.add("Without it");
            List<List<String>> rows = new ArrayList<>();
            for (int i = 0; i < told.members().size(); i++) {
                String member = told.members().get(i);
                List<String> row = new ArrayList<>(List.of(
                        member,
                        words.grouped(told.spared().get(i)),
                        words.grouped(told.alone().get(i))));
                for (PoolPayers.ByRule rule : told.rules()) {
                    row.add(words.grouped(rule.amounts().getOrDefault(member, 0L)));
                }
                row.add(PayerWords.survives(told.survival().get(member)));
                rows.add(row);
            }
            out.append(screen.table(header, 1, rows));
            payers.rules(told).forEach(sentence -> out.append(screen.wrapped(sentence, "  ")));
        });
    }

    private void waiting() {
        List<String> sentences = beside.waiting();
        if (!sentences.isEmpty()) {
            heading("What it is worth to wait");
            sentences.forEach(sentence -> out.append(screen.wrapped(sentence, "  ")));
        }
    }

    private void frontier() {
        if (answer.frontier().isEmpty()) {
            return;
        }
        heading("What is best at every price");
        out.append(screen.table(beside.frontierHeader(), 1, beside.frontier()));
        out.append(screen.wrapped(BesideWords.FRONTIER_MEANS, "  "));
    }

    /// What was really bought: history, and what the plan's worlds make of it.
    private void evaluated() {
        answer.evaluated().ifPresent(evaluated -> {
            heading(evaluated.bought().title());
            out.append(screen.table(InvestWords.PURCHASES, 4, words.purchases(evaluated)));
            out.append(screen.table(InvestWords.COMPARED, 2, words.compared(evaluated)));
            words.evaluated(evaluated).forEach(sentence -> out.append(screen.wrapped(sentence, "  ")));
        });
    }

    private void rest() {
        out.append('\n');
        words.costs().forEach(sentence -> out.append(screen.wrapped(sentence, "  ")));
        answer.late()
                .forEach((candidate, day) -> out.append(screen.wrapped(
                        candidate + " would come on " + day + ", after the plan's end: left out.", "  ")));
        out.append(screen.wrapped(
                "Each mission is judged as if no other ran at the same time, with everything ordered there.", "  "));
        List<String> invented = words.invented();
        if (!invented.isEmpty()) {
            out.append(screen.wrapped(
                    "Invented (illustrative), not published: " + InvestWords.counted(invented) + ".", "  "));
        }
    }
}
