package org.muster.folder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.lab.Stakes;
import org.muster.alliance.pool.Pool;
import org.muster.alliance.sharing.MissionTerms;
import org.muster.alliance.source.Provenance;

/// The parts `going`, `worth` and `hours` of `futures.yaml`: what members reply by.
final class StakesBlock {
    private final Known known;
    private final Values values;
    private final Alliance alliance;
    private final Currency currency;

    StakesBlock(Known known, Values values, Alliance alliance) {
        this.known = known;
        this.values = values;
        this.alliance = alliance;
        this.currency = Currency.getInstance(alliance.currency());
    }

    Stakes read(Block file) {
        return new Stakes(going(file), worth(file), hours(file));
    }

    private List<Stakes.Going> going(Block file) {
        Register once = new Register("going of member", true);
        List<Stakes.Going> going = new ArrayList<>();
        for (Block block : file.blocks("going", "the going", "member", "worth", "cost", "veto", "status", "source")) {
            Scalar member = block.required("member", "ARN");
            once.define(member, values.findings());
            Optional<Scalar> worth = block.optional("worth");
            Optional<Scalar> cost = block.optional("cost");
            if (worth.isPresent() && cost.isPresent()) {
                values.report(
                        cost.get(),
                        "worth and cost of going stand beside one another",
                        "Only their sum acts: write the one that is larger, less the other.");
            }
            if (worth.isEmpty() && cost.isEmpty() && !block.has("veto")) {
                values.findings()
                        .add(
                                block.place(),
                                "nothing is said of what going is worth or an objection costs",
                                "Write worth: 3000000.00, cost: 3000000.00 or veto: 500000.00.");
            }
            going.add(new Stakes.Going(
                    values.reference(member, known.members),
                    money(worth) - money(cost),
                    money(block.optional("veto")),
                    provenance(block)));
        }
        return going;
    }

    private long money(Optional<Scalar> amount) {
        return amount.map(one -> values.money(one, currency)).orElse(0L);
    }

    private List<MissionTerms> worth(Block file) {
        Register once = new Register("worth of mission", true);
        List<MissionTerms> all = new ArrayList<>();
        for (Block block : file.blocks("worth", "the worth", "mission", "amount", "benefits", "status", "source")) {
            Scalar mission = block.required("mission", "flood-2027");
            once.define(mission, values.findings());
            MissionTerms declared = alliance.sharing().termsOf(mission.text());
            if (declared.hasBenefits() || declared.worth().isPresent()) {
                values.report(
                        mission,
                        "what %s is worth stands in sharing.yaml".formatted(mission.text()),
                        "Leave it out here, so that one thing is said once.");
            }
            Provenance provenance = provenance(block);
            all.add(new MissionTerms(
                    values.reference(mission, known.missions),
                    benefits(block, provenance),
                    Optional.of(new MissionTerms.Worth(
                            values.money(block.required("amount", "12500000.00"), currency), provenance)),
                    List.of(),
                    List.of(),
                    List.of(),
                    MissionTerms.WHOLE,
                    List.of()));
        }
        return all;
    }

    private List<Stakes.Hour> hours(Block file) {
        Register once = new Register("hours of pool", true);
        List<Stakes.Hour> hours = new ArrayList<>();
        for (Block block : file.blocks("hours", "the hours", "pool", "worth", "status", "source")) {
            Scalar pool = block.required("pool", "c17");
            once.define(pool, values.findings());
            String id = values.reference(pool, known.pools);
            alliance.pool(id).ifPresent(one -> {
                if (one.period() == Pool.Period.PHASE) {
                    values.report(
                            pool,
                            "pool %s counts by the phase, so that what a mission draws comes back".formatted(id),
                            "Say what an hour is worth of pools that count by the year.");
                } else if (one.entitlements().isEmpty()) {
                    values.report(
                            pool,
                            "nobody owns hours of pool %s, so that nobody gives any up".formatted(id),
                            "Leave it out, or say in pool_shares.csv who owns them.");
                }
            });
            hours.add(
                    new Stakes.Hour(id, values.money(block.required("worth", "2500.00"), currency), provenance(block)));
        }
        return hours;
    }

    private List<MissionTerms.Benefit> benefits(Block block, Provenance provenance) {
        List<MissionTerms.Benefit> benefits = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Scalar, Scalar> one :
                block.entries("benefits", "ARN: 60, BEL: 40").entrySet()) {
            BigDecimal share = values.percent(one.getValue());
            sum = sum.add(share);
            benefits.add(new MissionTerms.Benefit(values.reference(one.getKey(), known.members), share, provenance));
        }
        if (sum.compareTo(MissionTerms.WHOLE) != 0) {
            values.findings()
                    .add(
                            block.has("benefits") ? block.placeOf("benefits") : block.place(),
                            benefits.isEmpty()
                                    ? "the worth names nobody who benefits"
                                    : "the benefits sum to %s, not to 100"
                                            .formatted(sum.stripTrailingZeros().toPlainString()),
                            "Write benefits: {ARN: 60, BEL: 40}, summing to 100.");
        }
        return benefits;
    }

    private Provenance provenance(Block block) {
        return values.provenance(block.required("status", "illustrative"), AllianceFile.source(block, "source"));
    }
}
