package org.muster.pledge.ledger;

import java.util.Map;
import java.util.TreeMap;

/// What members gave and what reached those it is for, each euro once.
///
/// A contribution counts where it leaves a member. What a fund passes on, to another fund or to a beneficiary, is the
/// same money again and is eliminated, through any number of funds. So
/// `given = reached + held in funds`, for what has been delivered.
///
/// @param total   stages of what members promised
/// @param byGiver the same for each member
/// @param funds   what each fund took in and passed on
/// @param reached minor units that beneficiaries were handed, by beneficiary
/// @param gross   what a sum over all flows would have come to, delivered stage
public record Consolidated(
        Stages total, Map<String, Stages> byGiver, Map<String, Flow> funds, Map<String, Long> reached, long gross) {
    public Consolidated {
        byGiver = java.util.Collections.unmodifiableMap(new TreeMap<>(byGiver));
        funds = java.util.Collections.unmodifiableMap(new TreeMap<>(funds));
        reached = java.util.Collections.unmodifiableMap(new TreeMap<>(reached));
    }

    /// Minor units in each stage; the four add up to `promised`.
    public record Stages(long promised, long allocated, long delivered, long lapsed, long open) {
        static final Stages NONE = new Stages(0, 0, 0, 0, 0);

        Stages plus(PromiseState.Values values) {
            return new Stages(
                    promised + values.promised(),
                    allocated + values.allocated(),
                    delivered + values.delivered(),
                    lapsed + values.lapsed(),
                    open + values.open());
        }
    }

    /// What went through a fund, in minor units handed over.
    ///
    /// @param in  taken in
    /// @param out passed on
    public record Flow(long in, long out) {
        /// What is still in the fund; below zero where it passed on more than the ledger knows it took in.
        public long held() {
            return in - out;
        }
    }

    /// Consolidates a view. Promises without a value are left out: see [LedgerView#unvalued].
    public static Consolidated of(LedgerView view) {
        Stages total = Stages.NONE;
        Map<String, Stages> byGiver = new TreeMap<>();
        Map<String, Flow> funds = new TreeMap<>();
        Map<String, Long> reached = new TreeMap<>();
        view.ledger().funds().forEach(fund -> funds.put(fund.id(), new Flow(0, 0)));
        long gross = 0;
        for (PromiseState promise : view.promises()) {
            if (promise.values().isEmpty()) {
                continue;
            }
            PromiseState.Values values = promise.values().get();
            gross += values.delivered();
            if (view.ledger().isFund(promise.giver())) {
                funds.merge(promise.giver(), new Flow(0, values.delivered()), Consolidated::sum);
            } else {
                total = total.plus(values);
                byGiver.put(
                        promise.giver(),
                        byGiver.getOrDefault(promise.giver(), Stages.NONE).plus(values));
            }
            if (view.ledger().isFund(promise.receiver())) {
                funds.merge(promise.receiver(), new Flow(values.delivered(), 0), Consolidated::sum);
            } else {
                reached.merge(promise.receiver(), values.delivered(), Long::sum);
            }
        }
        return new Consolidated(total, byGiver, funds, reached, gross);
    }

    private static Flow sum(Flow a, Flow b) {
        return new Flow(a.in() + b.in(), a.out() + b.out());
    }

    /// What has been counted again on its way through funds.
    public long eliminated() {
        return gross - total.delivered();
    }

    /// What is still in funds.
    public long held() {
        return funds.values().stream().mapToLong(Flow::held).sum();
    }
}
