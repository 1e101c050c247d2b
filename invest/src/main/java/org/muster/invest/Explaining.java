package org.muster.invest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.games.Fraction;

/// Explains a candidate or a member.
final class Explaining {
    /// Candidates of one cure at most: sets of more are no advice.
    private static final int MOST_TOGETHER = 3;

    private final InvestQuestion question;
    private final List<InvestCandidate> candidates;
    private final int[] most;
    private final Boxes boxes;
    private final NeedsInCommon needs;

    Explaining(
            InvestQuestion question, List<InvestCandidate> candidates, int[] most, Boxes boxes, NeedsInCommon needs) {
        this.question = question;
        this.candidates = candidates;
        this.most = most.clone();
        this.boxes = boxes;
        this.needs = needs;
    }

    /// @param what the id of a candidate or the code of a member
    Explained of(String what, Portfolio best) {
        for (int c = 0; c < candidates.size(); c++) {
            if (candidates.get(c).id().equals(what)) {
                return candidate(c, best);
            }
        }
        return member(what);
    }

    private Explained candidate(int c, Portfolio best) {
        List<Explained.Step> steps = new ArrayList<>();
        List<Fraction> lines = new ArrayList<>();
        for (int blocks = 0; blocks <= most[c]; blocks++) {
            Portfolio here = with(best.levels(), c, blocks);
            Fraction money = question.plan().weighsMoney() ? boxes.money(here) : Fraction.ZERO;
            if (boxes.isAllMoneyKnown()) {
                lines.add(boxes.lines(here));
            }
            if (steps.isEmpty()
                    || !isAs(here, steps.getLast().portfolio())
                    || !money.equals(steps.getLast().money())) {
                steps.add(new Explained.Step(blocks, here, money));
            }
        }
        return new Explained.OfCandidate(
                candidates.get(c).id(), steps, with(best.levels(), c, 0), needs.of(c, best.levels()), lines);
    }

    private static boolean isAs(Portfolio one, Portfolio other) {
        for (int m = 0; m < one.missions().size(); m++) {
            if (!one.missions().get(m).isAs(other.missions().get(m))) {
                return false;
            }
        }
        return true;
    }

    private Portfolio with(List<Integer> levels, int c, int blocks) {
        int[] changed = levels.stream().mapToInt(Integer::intValue).toArray();
        changed[c] = blocks;
        return boxes.portfolio(changed);
    }

    private Explained member(String member) {
        List<Explained.Freed> missions = new ArrayList<>();
        Portfolio before = boxes.portfolio(new int[most.length]);
        for (Judged judged : before.missions()) {
            if (judged.method() != HowKnown.UNKNOWN) {
                missions.add(freed(member, judged));
            }
        }
        return new Explained.OfMember(member, missions);
    }

    private Explained.Freed freed(String member, Judged judged) {
        Optional<Fraction> asked = Optional.ofNullable(
                        question.plan().targets().withoutAny().get(judged.mission()))
                .map(Fraction::of);
        Fraction now = judged.without(member);
        Fraction least = asked.orElse(Fraction.ZERO);
        List<Explained.Cure> cures = new ArrayList<>();
        boolean isFree = asked.isPresent() ? now.compareTo(least) >= 0 : !now.isZero();
        if (!isFree) {
            List<int[]> sets = new ArrayList<>();
            for (int size = 1; size <= MOST_TOGETHER; size++) {
                cures(member, judged.mission(), least, new int[most.length], 0, size, sets, cures);
            }
        }
        cures.sort(Comparator.comparing(Explained.Cure::pricePerYear)
                .thenComparing(cure -> cure.blocks().toString()));
        return new Explained.Freed(judged.mission(), now, least, cures);
    }

    /// Sets of `size` candidates that free the mission, each with as few blocks as will do; none that holds a cure
    /// already found.
    private void cures(
            String member,
            String mission,
            Fraction least,
            int[] levels,
            int from,
            int size,
            List<int[]> found,
            List<Explained.Cure> cures) {
        if (size == 0) {
            if (frees(member, mission, least, levels) && boxes.isAllowed(levels)) {
                int[] fewest = fewest(member, mission, least, levels);
                if (found.stream().noneMatch(one -> isWithin(one, fewest))) {
                    found.add(fewest);
                    cures.add(cure(member, mission, fewest));
                }
            }
            return;
        }
        for (int c = from; c < most.length; c++) {
            if (most[c] > 0) {
                levels[c] = most[c];
                cures(member, mission, least, levels, c + 1, size - 1, found, cures);
                levels[c] = 0;
            }
        }
    }

    /// Takes away blocks, dearest candidate first, as long as what is left still does.
    private int[] fewest(String member, String mission, Fraction least, int[] levels) {
        int[] fewest = levels.clone();
        List<Integer> order = new ArrayList<>();
        for (int c = 0; c < fewest.length; c++) {
            order.add(c);
        }
        order.sort(Comparator.<Integer, Fraction>comparing(c -> boxes.price(single(c)))
                .reversed());
        for (int c : order) {
            while (fewest[c] > 0) {
                fewest[c]--;
                if (!frees(member, mission, least, fewest)) {
                    fewest[c]++;
                    break;
                }
            }
        }
        return fewest;
    }

    private int[] single(int c) {
        int[] levels = new int[most.length];
        levels[c] = 1;
        return levels;
    }

    private static boolean isWithin(int[] one, int[] other) {
        for (int c = 0; c < one.length; c++) {
            if (one[c] > other[c]) {
                return false;
            }
        }
        return true;
    }

    private boolean frees(String member, String mission, Fraction least, int[] levels) {
        Fraction without =
                boxes.portfolio(levels).mission(mission).orElseThrow().without(member);
        return least.isZero() ? !without.isZero() : without.compareTo(least) >= 0;
    }

    private Explained.Cure cure(String member, String mission, int[] levels) {
        Portfolio portfolio = boxes.portfolio(levels.clone());
        Map<String, Integer> blocks = new LinkedHashMap<>();
        for (int c = 0; c < levels.length; c++) {
            if (levels[c] > 0) {
                blocks.put(candidates.get(c).id(), levels[c]);
            }
        }
        return new Explained.Cure(
                blocks,
                portfolio.pricePerYear(),
                portfolio.mission(mission).orElseThrow().without(member));
    }
}
