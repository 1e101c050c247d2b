package org.muster.invest;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.InvestPlan;
import org.muster.alliance.invest.Investments;
import org.muster.alliance.invest.Rate;
import org.muster.alliance.invest.World;
import org.muster.alliance.pool.Pool;
import org.muster.alliance.source.Provenance;
import org.muster.folder.AllianceFolder;
import org.muster.folder.Reading;

/// Questions for tests.
final class Asked {
    static final Provenance INVENTED = Provenance.illustrative("test");
    private static final LocalDate START = LocalDate.of(2027, 1, 1);

    private Asked() {}

    static Alliance folder(String folder) {
        Reading reading = AllianceFolder.read(Path.of(folder));
        return reading.alliance().orElseThrow(() -> new AssertionError(reading.problems()));
    }

    static InvestCandidate asset(String id, String capability, long block, int most, long price) {
        return new InvestCandidate(
                id,
                id,
                new InvestCandidate.Asset(
                        InvestCandidate.Kind.BUY,
                        Optional.empty(),
                        capability,
                        Pool.Period.PHASE,
                        block,
                        0,
                        0,
                        1,
                        0,
                        new InvestCandidate.Owners(Optional.empty(), true)),
                most,
                Optional.empty(),
                new InvestCandidate.Price(0, 1, price),
                INVENTED);
    }

    static InvestCandidate rule(String id, InvestCandidate.Change change) {
        return new InvestCandidate(
                id,
                id,
                new InvestCandidate.RuleChange(change),
                1,
                Optional.empty(),
                new InvestCandidate.Price(0, 1, 0),
                INVENTED);
    }

    static World everybody(String chance) {
        BigDecimal q = new BigDecimal(chance);
        return new World(
                "everybody",
                BigDecimal.ONE,
                List.of(new World.Willing(World.EVERYBODY, Optional.empty(), q, q)),
                List.of(),
                List.of(),
                List.of(),
                INVENTED);
    }

    static InvestPlan plan(InvestPlan.Targets targets, Optional<Long> budget, String... missions) {
        List<InvestPlan.Recurring> recurring = new ArrayList<>();
        for (String mission : missions) {
            recurring.add(new InvestPlan.Recurring(mission, new Rate(1, 1)));
        }
        return new InvestPlan("p", "p", 2026, BigDecimal.ZERO, START, 5, budget, recurring, targets, INVENTED);
    }

    static Alliance with(Alliance alliance, InvestPlan plan, List<InvestCandidate> candidates, World... worlds) {
        return alliance.withInvestments(new Investments(List.of(plan), candidates, List.of(worlds)));
    }
}
