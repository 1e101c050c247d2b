package org.muster.lab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.muster.alliance.Alliance;
import org.muster.alliance.lab.Factor;
import org.muster.alliance.lab.Futures;
import org.muster.alliance.pledge.Pledge;
import org.muster.input.Refusal;
import org.muster.lab.design.Design;
import org.muster.lab.design.FactorValue;
import org.muster.lab.design.Points;
import org.muster.lab.draw.Draws;
import org.muster.lab.join.Settle;

/// What a study asks.
///
/// @param alliance the alliance as its folder has it
/// @param stacks   the reforms that are compared, none twice, at most 20
/// @param design   how futures are chosen
/// @param futures  how many, as the design needs them
/// @param seed     of all draws
/// @param reaction whether members react
/// @param settle   which of several coalitions that hold is taken, where members react
public record Question(
        Alliance alliance,
        List<Stack> stacks,
        Design design,
        int futures,
        long seed,
        Reaction reaction,
        Settle settle) {
    /// Reforms at most.
    public static final int MOST_REFORMS = 20;

    /// Runs at most.
    public static final long MOST_RUNS = 10_000_000;

    /// What members do.
    public enum Reaction {
        /// Nothing: each is willing by chance.
        NONE,
        /// They reply to what the others do.
        REPLY;

        /// The word in files and commands.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @throws Refusal where there is nothing to be asked, or too much
    public Question {
        stacks = List.copyOf(stacks);
        if (alliance.lab().futures().isEmpty()) {
            throw new Refusal(alliance.id() + " has no futures.yaml: docs/lab.md says what it holds");
        }
        if (stacks.isEmpty()) {
            throw new Refusal("no reform is named to be tried");
        }
        if (stacks.size() > MOST_REFORMS) {
            throw new Refusal(stacks.size() + " reforms are named, more than " + MOST_REFORMS);
        }
        if (futures < 1) {
            throw new Refusal("at least one future is needed");
        }
        if ((long) futures * stacks.size() > MOST_RUNS) {
            throw new Refusal(String.format(
                    Locale.ROOT,
                    "%,d futures times %d reforms are more than %,d runs. Ask for at most %,d futures",
                    futures,
                    stacks.size(),
                    MOST_RUNS,
                    MOST_RUNS / stacks.size()));
        }
        List<String> names = stacks.stream().map(Stack::name).toList();
        for (int i = 0; i < names.size(); i++) {
            if (names.indexOf(names.get(i)) < i) {
                throw new Refusal("reform " + names.get(i) + " is named twice");
            }
        }
        List<String> streams = new ArrayList<>(List.of("world"));
        Futures all = alliance.lab().futures().get();
        all.factors().forEach(factor -> streams.add("factor/" + factor.id()));
        all.templates().forEach(one -> streams.addAll(Future.streamsOf(one.mission())));
        alliance.members().forEach(member -> streams.addAll(Future.streamsOfMember(member.code())));
        try {
            Draws.requireApart(streams);
        } catch (IllegalArgumentException twins) {
            throw new Refusal(twins.getMessage() + ". Give one of the two another name");
        }
    }

    /// In what reforms are tried.
    public Futures setting() {
        return alliance.lab().futures().orElseThrow();
    }

    /// The points of the design.
    public Points points() {
        return new Points(design, seed, futures, setting().factors());
    }

    /// The value of every factor in a future, by the factor's id, in the order of the file.
    public static Map<String, Double> values(Futures setting, double[] point) {
        Map<String, Double> values = new java.util.LinkedHashMap<>();
        for (int i = 0; i < setting.factors().size(); i++) {
            Factor factor = setting.factors().get(i);
            values.put(factor.id(), FactorValue.at(factor, point[i]));
        }
        return values;
    }

    /// The pledge that [org.muster.alliance.lab.Measure#AT_TARGET] counts: the one that a reform makes firm, else the
    /// first of the folder.
    public Optional<Pledge> pledge() {
        TreeMap<Integer, Pledge> firm = new TreeMap<>();
        stacks.forEach(stack -> stack.reforms()
                .forEach(reform -> reform.changes().forEach(change -> {
                    if (change instanceof org.muster.alliance.lab.Reform.FirmPledge one) {
                        alliance.pledge(one.pledge()).ifPresent(pledge -> firm.put(0, pledge));
                    }
                })));
        return firm.isEmpty()
                ? alliance.pledges().stream().findFirst()
                : Optional.of(firm.firstEntry().getValue());
    }
}
