package org.muster.share;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.bill.Bill;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.figure.Figures;
import org.muster.alliance.mission.Mission;
import org.muster.share.rule.Rules;
import org.muster.share.rule.SharingCase;
import org.muster.share.rule.SharingRule;

/// Who pays a mission's bill: members times rules.
///
/// @param currency      ISO 4217 code
/// @param totalMinor    the bill in minor units
/// @param participants  those who take part
/// @param columns       one per rule that has something to go by
/// @param notApplicable the other rules, by id, with the reason
/// @param income        the income figures used, by member
/// @param incomeShare   each member's share of the allies' income in percent, two decimals; only members on record
public record WhoPays(
        String currency,
        long totalMinor,
        List<String> participants,
        List<Column> columns,
        Map<String, String> notApplicable,
        Map<String, Figure> income,
        Map<String, BigDecimal> incomeShare) {
    /// The measure of income in the figures table.
    public static final String INCOME = "gni";

    /// One rule's amounts.
    ///
    /// @param rule                  the rule
    /// @param amounts               minor units per member, adding up to the bill
    /// @param participantsTotal     what those who take part pay together, in minor units
    /// @param nonParticipantsTotal  what the others pay together, in minor units
    /// @param distance              per member on record: share of the bill less share of income, in percentage points
    public record Column(
            SharingRule rule,
            Map<String, Long> amounts,
            long participantsTotal,
            long nonParticipantsTotal,
            Map<String, BigDecimal> distance) {}

    public WhoPays {
        participants = List.copyOf(participants);
        columns = List.copyOf(columns);
        notApplicable = Collections.unmodifiableMap(new LinkedHashMap<>(notApplicable));
        income = Collections.unmodifiableMap(new LinkedHashMap<>(income));
        incomeShare = Collections.unmodifiableMap(new LinkedHashMap<>(incomeShare));
    }

    /// Shares a bill under every rule.
    ///
    /// Income is the gross national income of the latest year before the decision for which there is a figure.
    public static WhoPays of(Alliance alliance, Mission mission, List<String> participants, Bill bill) {
        Map<String, Figure> income = incomes(alliance, mission);
        SharingCase sharing = sharingCase(alliance, mission, participants, bill, income);
        Map<String, BigDecimal> incomeShare = percentages(sharing);
        List<Column> columns = new ArrayList<>();
        Map<String, String> notApplicable = new LinkedHashMap<>();
        for (SharingRule rule : Rules.ALL) {
            switch (rule.share(sharing)) {
                case SharingRule.Outcome.Shared shared ->
                    columns.add(column(rule, shared.amounts(), participants, bill.totalMinor(), incomeShare));
                case SharingRule.Outcome.NotApplicable not -> notApplicable.put(rule.id(), not.reason());
            }
        }
        return new WhoPays(
                bill.currency(), bill.totalMinor(), participants, columns, notApplicable, income, incomeShare);
    }

    private static Map<String, Figure> incomes(Alliance alliance, Mission mission) {
        Figures figures = Figures.of(alliance.figures(), alliance.vintages());
        int year = mission.decidedOn().getYear() - 1;
        Map<String, Figure> incomes = new LinkedHashMap<>();
        for (Member member : alliance.members()) {
            figures.latestUpTo(member.code(), INCOME, year).ifPresent(f -> incomes.put(member.code(), f));
        }
        return incomes;
    }

    private static SharingCase sharingCase(
            Alliance alliance, Mission mission, List<String> participants, Bill bill, Map<String, Figure> incomes) {
        Map<String, BigDecimal> income = new LinkedHashMap<>();
        incomes.forEach((member, figure) -> income.put(member, figure.value()));
        Map<String, Map<String, Long>> entitlements = new LinkedHashMap<>();
        alliance.pools().forEach(pool -> entitlements.put(pool.id(), pool.entitlements()));
        return new SharingCase(
                bill,
                List.copyOf(alliance.memberCodes()),
                alliance.members().stream()
                        .filter(Member::isAlly)
                        .map(Member::code)
                        .toList(),
                participants,
                alliance.keyOf(mission),
                income,
                entitlements,
                mission.fund(),
                mission.fund().flatMap(fund -> alliance.key(fund.key())));
    }

    private static Map<String, BigDecimal> percentages(SharingCase sharing) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String ally : sharing.allies()) {
            sum = sum.add(sharing.income().getOrDefault(ally, BigDecimal.ZERO));
        }
        Map<String, BigDecimal> percentages = new LinkedHashMap<>();
        for (String ally : sharing.allies()) {
            BigDecimal income = sharing.income().get(ally);
            if (income != null && sum.signum() > 0) {
                percentages.put(ally, income.movePointRight(2).divide(sum, 2, RoundingMode.HALF_EVEN));
            }
        }
        return percentages;
    }

    private static Column column(
            SharingRule rule,
            Map<String, Long> amounts,
            List<String> participants,
            long total,
            Map<String, BigDecimal> incomeShare) {
        long theirs = participants.stream()
                .mapToLong(member -> amounts.getOrDefault(member, 0L))
                .sum();
        Map<String, BigDecimal> distance = new LinkedHashMap<>();
        incomeShare.forEach((member, share) -> distance.put(
                member, percent(amounts.getOrDefault(member, 0L), total).subtract(share)));
        return new Column(rule, amounts, theirs, total - theirs, Collections.unmodifiableMap(distance));
    }

    private static BigDecimal percent(long part, long whole) {
        return whole == 0
                ? BigDecimal.ZERO.setScale(2)
                : BigDecimal.valueOf(part)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_EVEN);
    }
}
