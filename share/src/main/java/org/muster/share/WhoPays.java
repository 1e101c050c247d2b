package org.muster.share;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.bill.Bill;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.figure.Figures;
import org.muster.alliance.mission.Mission;
import org.muster.share.explain.Explanation;
import org.muster.share.game.BenefitGame;
import org.muster.share.game.Leavers;
import org.muster.share.game.MissionGame;
import org.muster.share.rule.Joining;
import org.muster.share.rule.Rules;
import org.muster.share.rule.SharingCase;
import org.muster.share.rule.SharingRule;
import org.muster.share.verdict.AbilityToPay;
import org.muster.share.verdict.FreeRiding;
import org.muster.share.verdict.Gains;
import org.muster.share.verdict.Inequality;
import org.muster.share.verdict.Verdict;

/// Who pays a mission's bill: members times rules.
///
/// @param currency      ISO 4217 code
/// @param totalMinor    the bill in minor units
/// @param participants  those who take part
/// @param columns       one per rule that has something to go by
/// @param notApplicable the other rules, by id, with the reason
/// @param income        the income figures used, by member
/// @param incomeShare   each member's share of the allies' income in percent, two decimals; only members on record
/// @param game          what the mission costs every coalition, where that is known
/// @param benefitGame   what coalitions gain by themselves, where worth and benefits are declared and it is known
/// @param noBenefitGame why there is none
/// @param received      what members receive for what they released, whatever the rule, in minor units by member;
///                      it is in their amounts already
public record WhoPays(
        String currency,
        long totalMinor,
        List<String> participants,
        List<Column> columns,
        Map<String, String> notApplicable,
        Map<String, Figure> income,
        Map<String, BigDecimal> incomeShare,
        Optional<MissionGame> game,
        Optional<BenefitGame> benefitGame,
        String noBenefitGame,
        Map<String, Long> received) {
    /// One rule's amounts.
    ///
    /// @param rule                  the rule
    /// @param parameters            what it was set to
    /// @param amounts               minor units per member, adding up to the bill less what members receive of it
    /// @param why                   why a member pays what it pays
    /// @param participantsTotal     what those who take part pay together, in minor units
    /// @param nonParticipantsTotal  what the others pay together, in minor units
    /// @param distance              per member on record: share of the bill less share of income, in percentage points
    /// @param verdict               what is said beside the amounts
    public record Column(
            SharingRule rule,
            Map<String, String> parameters,
            Map<String, Long> amounts,
            Function<String, Explanation> why,
            long participantsTotal,
            long nonParticipantsTotal,
            Map<String, BigDecimal> distance,
            Verdict verdict) {}

    public WhoPays {
        participants = List.copyOf(participants);
        columns = List.copyOf(columns);
        notApplicable = Collections.unmodifiableMap(new LinkedHashMap<>(notApplicable));
        income = Collections.unmodifiableMap(new LinkedHashMap<>(income));
        incomeShare = Collections.unmodifiableMap(new LinkedHashMap<>(incomeShare));
        received = Collections.unmodifiableMap(new LinkedHashMap<>(received));
    }

    /// Shares a bill under every rule, the alliance's own among them, without the mission's cost game: rules that go by
    /// it are not applicable.
    public static WhoPays of(Alliance alliance, Mission mission, List<String> participants, Bill bill) {
        return of(caseOf(alliance, mission, participants, bill, Optional.empty(), 1), Rules.of(alliance.sharing()));
    }

    /// The case of a mission's bill.
    ///
    /// Income and population are those of the latest year before the decision for which there is a figure, in the
    /// newest release.
    ///
    /// @param game    what the mission costs every coalition; rules that go by it are not applicable without it
    /// @param threads threads for passes over coalitions; no amount depends on it
    public static SharingCase caseOf(
            Alliance alliance,
            Mission mission,
            List<String> participants,
            Bill bill,
            Optional<MissionGame> game,
            int threads) {
        Figures figures = Figures.of(alliance.figures(), alliance.vintages());
        return SharingCase.of(
                alliance,
                mission,
                participants,
                bill,
                latest(figures, alliance, mission, SharingCase.INCOME),
                latest(figures, alliance, mission, SharingCase.POPULATION),
                game,
                threads);
    }

    /// Shares the bill of a case under the rules given.
    public static WhoPays of(SharingCase sharing, List<SharingRule> rules) {
        List<SharingRule> applied = new ArrayList<>();
        List<SharingRule.Outcome.Shared> shares = new ArrayList<>();
        Map<String, String> notApplicable = new LinkedHashMap<>();
        for (SharingRule rule : rules) {
            switch (rule.share(sharing)) {
                case SharingRule.Outcome.Shared shared -> {
                    applied.add(rule);
                    shares.add(shared.lessReceiptsOf(sharing.bill()));
                }
                case SharingRule.Outcome.NotApplicable not -> notApplicable.put(rule.id(), not.reason());
            }
        }
        List<List<Leavers.Leaver>> leavers = leavers(sharing, shares);
        Map<String, BigDecimal> incomeShare = percentages(sharing);
        List<Column> columns = new ArrayList<>();
        for (int r = 0; r < applied.size(); r++) {
            columns.add(column(applied.get(r), shares.get(r), leavers.get(r), sharing, incomeShare));
        }
        return new WhoPays(
                sharing.bill().currency(),
                sharing.bill().totalMinor(),
                sharing.participants(),
                columns,
                notApplicable,
                sharing.income(),
                incomeShare,
                sharing.game(),
                sharing.benefitGame(),
                sharing.noBenefitGame(),
                sharing.bill().received());
    }

    /// What members receive together, whatever the rule, in minor units.
    public long receivedMinor() {
        return received.values().stream().mapToLong(Long::longValue).sum();
    }

    /// What all members bear together under every rule: the bill less what members receive, in minor units.
    public long netMinor() {
        return totalMinor - receivedMinor();
    }

    private static Map<String, Figure> latest(Figures figures, Alliance alliance, Mission mission, String measure) {
        int year = mission.decidedOn().getYear() - 1;
        Map<String, Figure> latest = new LinkedHashMap<>();
        for (Member member : alliance.members()) {
            figures.latestUpTo(member.code(), measure, year).ifPresent(f -> latest.put(member.code(), f));
        }
        return latest;
    }

    /// Per rule: the coalition that would gain most by doing only what is worth it to itself, then single members. One
    /// pass for all rules; single members only where benefits are not declared by line, since no other could come out.
    private static List<List<Leavers.Leaver>> leavers(SharingCase sharing, List<SharingRule.Outcome.Shared> shares) {
        List<List<Leavers.Leaver>> leavers = new ArrayList<>();
        List<Map<String, Long>> amounts =
                shares.stream().map(SharingRule.Outcome.Shared::amounts).toList();
        if (sharing.benefitGame().isEmpty()) {
            shares.forEach(shared -> leavers.add(List.of()));
            return leavers;
        }
        BenefitGame benefits = sharing.benefitGame().get();
        MissionGame game = benefits.charges();
        List<Optional<Leavers.Leaver>> worst = benefits.byLine()
                ? Leavers.of(game, amounts, sharing.threads())
                : amounts.stream().map(a -> Optional.<Leavers.Leaver>empty()).toList();
        for (int r = 0; r < amounts.size(); r++) {
            List<Leavers.Leaver> found = new ArrayList<>();
            worst.get(r).ifPresent(found::add);
            Leavers.singles(game, amounts.get(r)).stream()
                    .filter(single -> !found.contains(single))
                    .forEach(found::add);
            leavers.add(found.stream().map(leaver -> inOrder(leaver, sharing)).toList());
        }
        return leavers;
    }

    /// With its members in the alliance's order.
    private static Leavers.Leaver inOrder(Leavers.Leaver leaver, SharingCase sharing) {
        return new Leavers.Leaver(
                sharing.members().stream().filter(leaver.coalition()::contains).toList(),
                leaver.paysMinor(),
                leaver.aloneMinor());
    }

    private static Map<String, BigDecimal> percentages(SharingCase sharing) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String ally : sharing.allies()) {
            Figure income = sharing.income().get(ally);
            sum = income == null ? sum : sum.add(income.value());
        }
        Map<String, BigDecimal> percentages = new LinkedHashMap<>();
        for (String ally : sharing.allies()) {
            Figure income = sharing.income().get(ally);
            if (income != null && sum.signum() > 0) {
                percentages.put(ally, income.value().movePointRight(2).divide(sum, 2, RoundingMode.HALF_EVEN));
            }
        }
        return percentages;
    }

    private static Column column(
            SharingRule rule,
            SharingRule.Outcome.Shared shared,
            List<Leavers.Leaver> leavers,
            SharingCase sharing,
            Map<String, BigDecimal> incomeShare) {
        Map<String, Long> amounts = shared.amounts();
        long total = sharing.bill().netMinor();
        long theirs = sharing.participants().stream()
                .mapToLong(member -> amounts.getOrDefault(member, 0L))
                .sum();
        Map<String, BigDecimal> distance = new LinkedHashMap<>();
        incomeShare.forEach((member, share) -> distance.put(
                member, percent(amounts.getOrDefault(member, 0L), total).subtract(share)));
        Verdict verdict = new Verdict(
                Inequality.gini(sharing.allies().stream()
                        .map(ally -> amounts.getOrDefault(ally, 0L))
                        .toList()),
                AbilityToPay.distance(amounts, sharing.allies(), sharing.income()),
                FreeRiding.of(sharing.terms(), sharing.allies(), sharing.participants(), amounts, total),
                Joining.of(rule, sharing, amounts),
                sharing.terms().hasBenefits()
                        ? Optional.of(Gains.of(sharing.terms(), amounts, total))
                        : Optional.empty(),
                leavers);
        return new Column(
                rule,
                rule.parameters(sharing),
                amounts,
                shared.why(),
                theirs,
                total - theirs,
                Collections.unmodifiableMap(distance),
                verdict);
    }

    private static BigDecimal percent(long part, long whole) {
        return whole == 0
                ? BigDecimal.ZERO.setScale(2)
                : BigDecimal.valueOf(part)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_EVEN);
    }
}
