package org.muster.lab.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.World;
import org.muster.alliance.lab.Stakes;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.policy.OperationRecord;
import org.muster.alliance.policy.Participation;
import org.muster.pledge.known.Knowledge;
import org.muster.pledge.likely.LikelyCoalition;
import org.muster.solve.SolveOptions;

/// How well the model tells who went on missions that happened: without any reform, everything as the folder has it.
///
/// A member is told to go with its willingness (the mean over worlds, the middle of a range) where the plan has use for
/// it, and not to go where it has none. The Brier score is the mean squared error: less is better. Beside it stands the
/// score of always saying the share that took part in the other operations on record.
///
/// @param mission what happened
/// @param members members with a record in it
/// @param brier   the model's score
/// @param common  the score of the common share; empty where there are too few operations
public record Hindcast(String mission, int members, double brier, Optional<Double> common) {
    /// How much better than the common share: 1 where the model is never wrong, below 0 where it is worse.
    public Optional<Double> skill() {
        return common.filter(one -> one > 0).map(one -> 1 - brier / one);
    }

    /// One entry for each mission of the futures with a record.
    public static List<Hindcast> of(Question question, SolveOptions options) {
        Alliance alliance = question.alliance();
        if (!question.setting().worlds()) {
            return List.of();
        }
        List<Hindcast> all = new ArrayList<>();
        Settler settler = new Settler(Stakes.NONE, options);
        Reformed asWas = Reformed.in(
                alliance, new Stack(Stack.AS_WAS, List.of()), question.setting().firstYear());
        question.setting().templates().forEach(template -> {
            Optional<OperationRecord> record = alliance.recordOf(template.mission());
            if (record.isPresent()) {
                Mission mission = alliance.mission(template.mission()).orElseThrow();
                Settlement settled = settler.settle(asWas, Circumstances.usual(mission.id()));
                all.add(scored(alliance, mission, settled));
            }
        });
        return all;
    }

    private static Hindcast scored(Alliance alliance, Mission mission, Settlement settled) {
        List<String> codes = List.copyOf(alliance.memberCodes());
        double squares = 0;
        int members = 0;
        for (Participation row : alliance.participation()) {
            int at = codes.indexOf(row.member());
            if (!row.operation().equals(mission.id()) || at < 0) {
                continue;
            }
            double told = settled.goes().get(at) ? willingness(alliance, row.member(), mission.id()) : 0;
            double error = told - (row.part() == Participation.Part.TOOK_PART ? 1 : 0);
            squares += error * error;
            members++;
        }
        Optional<Double> common = LikelyCoalition.of(
                        alliance,
                        mission,
                        Optional.empty(),
                        Optional.empty(),
                        Knowledge.at(alliance, LocalDate.of(9999, 12, 31), Knowledge.Replacement.NONE))
                .score()
                .stream()
                .filter(one -> one.operation().equals(mission.id()))
                .map(LikelyCoalition.OperationScore::brierCommon)
                .findFirst();
        return new Hindcast(mission.id(), members, members == 0 ? 0 : squares / members, common);
    }

    private static double willingness(Alliance alliance, String member, String mission) {
        double sum = 0;
        for (World world : alliance.investments().worlds()) {
            Optional<World.Willing> some = world.willingnessOf(member, mission);
            if (some.isPresent()) {
                sum += world.probability().doubleValue()
                        * (some.get().from().doubleValue() + some.get().to().doubleValue())
                        / 2;
            }
        }
        return sum;
    }
}
