package org.muster.pledge.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.alliance.pledge.Ledger;
import org.muster.alliance.pledge.LedgerEvent;
import org.muster.alliance.pledge.LedgerEvent.Kind;
import org.muster.pledge.Wales;
import org.muster.pledge.World;

class LedgerTest {
    private static final LocalDate START = LocalDate.of(2015, 1, 1);
    private static final List<Ledger.Account> FUNDS = List.of(
            new Ledger.Account("f1", "one"), new Ledger.Account("f2", "two"), new Ledger.Account("f3", "three"));
    private static final List<Ledger.Account> BENEFICIARIES = List.of(new Ledger.Account("UKR", "Ukraine"));

    static Stream<Integer> seeds() {
        return IntStream.rangeClosed(1, 60).boxed();
    }

    private static LedgerEvent event(
            String id, String promise, Kind kind, String giver, String receiver, String amount, int day, int known) {
        return valued(id, promise, kind, giver, receiver, amount, "EUR", Optional.empty(), day, known);
    }

    private static LedgerEvent valued(
            String id,
            String promise,
            Kind kind,
            String giver,
            String receiver,
            String amount,
            String unit,
            Optional<BigDecimal> rate,
            int day,
            int known) {
        return new LedgerEvent(
                id,
                promise,
                kind,
                new LedgerEvent.Between(giver, receiver),
                new LedgerEvent.Moved(
                        "title",
                        new BigDecimal(amount),
                        unit,
                        rate.map(r -> new LedgerEvent.UnitValue(r, START, "bank"))),
                new LedgerEvent.When(
                        START.plusDays(day),
                        START.plusDays(known),
                        kind == Kind.REDATED ? Optional.of(START.plusDays(900)) : Optional.empty()),
                Optional.empty(),
                World.INVENTED);
    }

    private static Ledger ledger(List<LedgerEvent> events) {
        return new Ledger(FUNDS, BENEFICIARIES, events);
    }

    private static LedgerView view(List<LedgerEvent> events, int asOf, int known) {
        return LedgerView.of(ledger(events), "EUR", START.plusDays(asOf), START.plusDays(known));
    }

    private static List<LedgerEvent> randomEvents(Random random, int count) {
        String[] givers = {"AAA", "BBB", "f1", "f2", "f3"};
        String[] receivers = {"f1", "f2", "f3", "UKR", "f1"};
        List<LedgerEvent> events = new ArrayList<>();
        for (int e = 0; e < count; e++) {
            int promise = random.nextInt(6);
            int giver = promise % givers.length;
            String receiver = receivers[(promise + 1) % receivers.length];
            int day = random.nextInt(300);
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            Optional<BigDecimal> rate =
                    promise < 2 ? Optional.empty() : Optional.of(BigDecimal.valueOf(1 + random.nextInt(99_999), 4));
            events.add(valued(
                    "e" + e,
                    "p" + promise,
                    kind,
                    givers[giver],
                    receiver.equals(givers[giver]) ? "UKR" : receiver,
                    kind == Kind.REDATED
                            ? "0"
                            : BigDecimal.valueOf(random.nextInt(100_000), 2).toPlainString(),
                    promise < 2 ? "EUR" : "USD",
                    rate,
                    day,
                    day + random.nextInt(100) - 20));
        }
        return events;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void stagesAddUpToThePromiseAtEveryMomentAndWithAnyKnowledge(int seed) {
        Random random = new Random(seed);
        List<LedgerEvent> events = randomEvents(random, 60);
        for (int asOf = 0; asOf <= 300; asOf += 7) {
            LedgerView view = view(events, asOf, random.nextInt(400));
            for (PromiseState p : view.promises()) {
                assertThat(p.allocated().add(p.delivered()).add(p.lapsed()).add(p.open()))
                        .as("seed %d, day %d, %s", seed, asOf, p.promise())
                        .isEqualByComparingTo(p.promised());
                for (BigDecimal stage : List.of(p.allocated(), p.delivered(), p.lapsed(), p.open())) {
                    assertThat(stage.signum()).isNotNegative();
                }
                p.values()
                        .ifPresent(v -> assertThat(v.allocated() + v.delivered() + v.lapsed() + v.open())
                                .isEqualTo(v.promised()));
            }
            Consolidated all = Consolidated.of(view);
            assertThat(all.total().allocated()
                            + all.total().delivered()
                            + all.total().lapsed()
                            + all.total().open())
                    .isEqualTo(all.total().promised());
            long reached =
                    all.reached().values().stream().mapToLong(Long::longValue).sum();
            assertThat(reached + all.held()).isEqualTo(all.total().delivered());
        }
    }

    /// Second method: every event's amount ends in exactly one place.
    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsDeliveredIsTheSumOfDeliveriesAndWhatIsPromisedTheSumOfPromises(int seed) {
        List<LedgerEvent> events = randomEvents(new Random(seed), 60);
        for (PromiseState p : view(events, 400, 400).promises()) {
            BigDecimal kept = sum(p.events(), Kind.DELIVERED).subtract(sum(p.events(), Kind.RETURNED));
            assertThat(p.delivered()).isBetween(kept, kept.add(p.unmatched()));
            assertThat(p.promised())
                    .isEqualByComparingTo(
                            sum(p.events(), Kind.PROMISED).add(p.beyond()).subtract(p.lowered()));
            BigDecimal asked = sum(p.events(), Kind.LAPSED)
                    .add(sum(p.events(), Kind.RETURNED))
                    .add(sum(p.events(), Kind.LOWERED))
                    .add(sum(p.events(), Kind.RELEASED));
            assertThat(p.lapsed().add(p.lowered()).add(p.unmatched())).isLessThanOrEqualTo(asked);
        }
    }

    private static BigDecimal sum(List<LedgerEvent> events, Kind kind) {
        return events.stream()
                .filter(e -> e.kind() == kind)
                .map(LedgerEvent::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsAskedAgainAfterLaterFactsIsTheSame(int seed) {
        Random random = new Random(seed);
        List<LedgerEvent> events = randomEvents(random, 40);
        LedgerView before = view(events, 200, 150);
        List<LedgerEvent> more = new ArrayList<>(events);
        for (LedgerEvent later : randomEvents(random, 40)) {
            more.add(
                    random.nextInt(more.size()),
                    new LedgerEvent(
                            "later-" + later.id(),
                            later.promise(),
                            later.kind(),
                            new LedgerEvent.Between(later.giver(), later.receiver()),
                            new LedgerEvent.Moved(later.title(), later.amount(), later.unit(), later.value()),
                            new LedgerEvent.When(later.date(), START.plusDays(151L + random.nextInt(100)), later.due()),
                            Optional.empty(),
                            later.provenance()));
        }

        assertThat(view(more, 200, 150)).isEqualTo(before);
        assertThat(Consolidated.of(view(more, 200, 150))).isEqualTo(Consolidated.of(before));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void scalingAllPricesChangesNoShare(int seed) {
        List<LedgerEvent> events = randomEvents(new Random(seed), 60).stream()
                .filter(e -> e.unit().equals("USD"))
                .toList();
        BigDecimal factor = BigDecimal.valueOf(1000);
        List<LedgerEvent> dearer = events.stream()
                .map(e -> new LedgerEvent(
                        e.id(),
                        e.promise(),
                        e.kind(),
                        new LedgerEvent.Between(e.giver(), e.receiver()),
                        new LedgerEvent.Moved(
                                e.title(),
                                e.amount(),
                                e.unit(),
                                e.value()
                                        .map(v -> new LedgerEvent.UnitValue(
                                                v.rate().multiply(factor), v.on(), v.source()))),
                        new LedgerEvent.When(e.date(), e.knownFrom(), e.due()),
                        Optional.empty(),
                        e.provenance()))
                .toList();
        Consolidated cheap = Consolidated.of(view(events, 400, 400));
        Consolidated dear = Consolidated.of(view(dearer, 400, 400));

        cheap.byGiver().forEach((giver, stages) -> {
            double was = (double) stages.promised() / Math.max(1, cheap.total().promised());
            double is = (double) dear.byGiver().get(giver).promised()
                    / Math.max(1, dear.total().promised());
            assertThat(is).isCloseTo(was, org.assertj.core.api.Assertions.within(1e-6));
        });
    }

    @Nested
    class ThroughFunds {
        /// Two members into f1, f1 into f2, f2 into f3, f3 to Ukraine; one gift beside.
        private final List<LedgerEvent> seven = List.of(
                event("a", "pa", Kind.DELIVERED, "AAA", "f1", "100.01", 1, 1),
                event("b", "pb", Kind.DELIVERED, "BBB", "f1", "50.50", 2, 2),
                event("c", "pc", Kind.DELIVERED, "f1", "f2", "140.00", 3, 3),
                event("d", "pd", Kind.DELIVERED, "f2", "f3", "139.99", 4, 4),
                event("e", "pe", Kind.DELIVERED, "f3", "UKR", "120.00", 5, 5),
                event("f", "pf", Kind.DELIVERED, "AAA", "UKR", "7.00", 6, 6),
                event("g", "pg", Kind.DELIVERED, "BBB", "f2", "30.00", 7, 7));

        @Test
        void isCountedOnceThreeLevelsDeep() {
            Consolidated all = Consolidated.of(view(seven, 100, 100));

            assertThat(all.total().delivered()).isEqualTo(187_51);
            assertThat(all.reached()).containsEntry("UKR", 127_00L);
            assertThat(all.funds().get("f1").held()).isEqualTo(10_51);
            assertThat(all.funds().get("f2").held()).isEqualTo(30_01);
            assertThat(all.funds().get("f3").held()).isEqualTo(19_99);
            assertThat(all.gross()).isEqualTo(587_50);
            assertThat(all.eliminated()).isEqualTo(399_99);
        }

        @Test
        void all5040OrdersOfEntryGiveTheSameTotal() {
            Consolidated first = Consolidated.of(view(seven, 100, 100));
            List<List<LedgerEvent>> orders = new ArrayList<>();
            permute(new ArrayList<>(seven), 0, orders);

            assertThat(orders).hasSize(5040);
            for (List<LedgerEvent> order : orders) {
                assertThat(Consolidated.of(view(order, 100, 100))).isEqualTo(first);
            }
        }

        private static void permute(List<LedgerEvent> events, int from, List<List<LedgerEvent>> into) {
            if (from == events.size()) {
                into.add(List.copyOf(events));
                return;
            }
            for (int i = from; i < events.size(); i++) {
                Collections.swap(events, from, i);
                permute(events, from + 1, into);
                Collections.swap(events, from, i);
            }
        }
    }

    @Nested
    class OnePromise {
        private static PromiseState only(LedgerEvent... events) {
            return view(List.of(events), 100, 100).promises().getFirst();
        }

        @Test
        void loweringHasANameAndAnAmount() {
            PromiseState state = only(
                    event("a", "p", Kind.PROMISED, "AAA", "UKR", "100", 1, 1),
                    event("b", "p", Kind.ALLOCATED, "AAA", "UKR", "80", 2, 2),
                    event("c", "p", Kind.LOWERED, "AAA", "UKR", "30", 3, 3));

            assertThat(state.promised()).isEqualByComparingTo("70");
            assertThat(state.allocated()).isEqualByComparingTo("70");
            assertThat(state.open()).isEqualByComparingTo("0");
            assertThat(state.lowered()).isEqualByComparingTo("30");
        }

        @Test
        void aNewDateIsCountedAndTheRestIsOverdueAfterIt() {
            PromiseState state = only(
                    event("a", "p", Kind.PROMISED, "AAA", "UKR", "100", 1, 1),
                    event("b", "p", Kind.REDATED, "AAA", "UKR", "0", 2, 2));

            assertThat(state.redated()).isEqualTo(1);
            assertThat(state.isOverdue(START.plusDays(900))).isFalse();
            assertThat(state.isOverdue(START.plusDays(901))).isTrue();
        }

        @Test
        void aDeliveryWithoutAPromiseIsPromisedByHappening() {
            PromiseState state = only(event("a", "p", Kind.DELIVERED, "AAA", "UKR", "5", 1, 1));

            assertThat(state.promised()).isEqualByComparingTo("5");
            assertThat(state.beyond()).isEqualByComparingTo("5");
        }

        @Test
        void whatIsGivenBackHasNotReachedAnybody() {
            PromiseState state = only(
                    event("a", "p", Kind.PROMISED, "AAA", "UKR", "100", 1, 1),
                    event("b", "p", Kind.DELIVERED, "AAA", "UKR", "100", 2, 2),
                    event("c", "p", Kind.RETURNED, "AAA", "UKR", "30", 3, 3));

            assertThat(state.promised()).isEqualByComparingTo("100");
            assertThat(state.delivered()).isEqualByComparingTo("70");
            assertThat(state.open()).isEqualByComparingTo("30");
            assertThat(state.unmatched()).isEqualByComparingTo("0");
            assertThat(state.values().orElseThrow().delivered()).isEqualTo(70_00);
        }

        @Test
        void aDeliveryBeforeItsPromiseIsPromisedOnce() {
            PromiseState state = only(
                    event("b", "p", Kind.DELIVERED, "AAA", "UKR", "80", 1, 1),
                    event("a", "p", Kind.PROMISED, "AAA", "UKR", "100", 2, 2));

            assertThat(state.promised()).isEqualByComparingTo("100");
            assertThat(state.delivered()).isEqualByComparingTo("80");
            assertThat(state.open()).isEqualByComparingTo("20");
            assertThat(state.beyond()).isEqualByComparingTo("0");
        }

        @Test
        void everyPartOfAPromiseIsValuedAtItsOwnRate() {
            PromiseState state = only(
                    valued("a", "p", Kind.PROMISED, "AAA", "UKR", "1000000", "USD", rate("0.80"), 1, 1),
                    valued("b", "p", Kind.PROMISED, "AAA", "UKR", "1000000", "USD", rate("0.90"), 2, 2),
                    valued("c", "p", Kind.LOWERED, "AAA", "UKR", "500000", "USD", rate("0.95"), 3, 3));

            assertThat(state.values().orElseThrow().promised()).isEqualTo(1_275_000_00);
        }

        private static Optional<BigDecimal> rate(String rate) {
            return Optional.of(new BigDecimal(rate));
        }

        @Test
        void exchangeGainsAreShownBesideAndBreakNoPromise() {
            PromiseState state = only(
                    valued(
                            "a",
                            "p",
                            Kind.PROMISED,
                            "AAA",
                            "UKR",
                            "100",
                            "USD",
                            Optional.of(new BigDecimal("0.8")),
                            1,
                            1),
                    valued(
                            "b",
                            "p",
                            Kind.DELIVERED,
                            "AAA",
                            "UKR",
                            "60",
                            "USD",
                            Optional.of(new BigDecimal("0.9")),
                            2,
                            2));

            assertThat(state.values().orElseThrow())
                    .isEqualTo(new PromiseState.Values(80_00, 0, 48_00, 0, 32_00, 54_00));
        }

        @Test
        void whatNobodyValuedIsNotZero() {
            LedgerView view = view(
                    List.of(valued("a", "p", Kind.PROMISED, "AAA", "UKR", "10", "trainers", Optional.empty(), 1, 1)),
                    100,
                    100);

            assertThat(view.unvalued()).hasSize(1);
            assertThat(Consolidated.of(view).byGiver()).isEmpty();
        }
    }

    @Test
    void anImportSaysWhatItCreatesRevisesAndLeaves() {
        Ledger before = ledger(List.of(
                event("a", "p", Kind.PROMISED, "AAA", "UKR", "100", 1, 1),
                event("b", "p", Kind.DELIVERED, "AAA", "UKR", "10", 2, 2)));
        List<LedgerEvent> incoming = List.of(
                event("b", "p", Kind.DELIVERED, "AAA", "UKR", "11", 2, 5),
                event("c", "p", Kind.DELIVERED, "AAA", "UKR", "12", 3, 3),
                event("a", "p", Kind.PROMISED, "AAA", "UKR", "100", 1, 1));

        LedgerImport result = LedgerImport.of(before, incoming);

        assertThat(result.created()).containsExactly("c");
        assertThat(result.revised()).containsExactly("b");
        assertThat(result.unchanged()).containsExactly("a");
        assertThat(result.events()).extracting(LedgerEvent::id).containsExactly("a", "b", "b-r2", "c");
        assertThat(LedgerImport.of(ledger(result.events()), incoming).unchanged())
                .containsExactly("b", "c", "a");
        LedgerImport third = LedgerImport.of(
                ledger(result.events()), List.of(event("b", "p", Kind.DELIVERED, "AAA", "UKR", "0", 2, 9)));
        assertThat(third.events()).extracting(LedgerEvent::id).containsExactly("a", "b", "b-r2", "c", "b-r3");
        assertThat(delivered(third.events(), 4)).isEqualByComparingTo("22");
        assertThat(delivered(third.events(), 5)).isEqualByComparingTo("23");
        assertThat(delivered(third.events(), 9)).isEqualByComparingTo("12");
    }

    private static BigDecimal delivered(List<LedgerEvent> events, int known) {
        return view(events, 100, known).promises().getFirst().delivered();
    }

    /// Whatever comes in later, a view of a day before is what it was.
    @Test
    void noRevisionChangesWhatWasKnownBefore() {
        Random random = new Random(9);
        for (int round = 0; round < 300; round++) {
            List<LedgerEvent> events = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                events.add(event("e" + i, "p" + i % 2, kind(random), "AAA", "UKR", amount(random), i, i));
            }
            int day = 6 + random.nextInt(5);
            List<LedgerEvent> revisions = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                revisions.add(event(
                        "e" + (i + 1), "p" + (i + 1) % 2, kind(random), "AAA", "UKR", amount(random), i, day + i));
            }
            List<LedgerEvent> after = LedgerImport.of(ledger(events), revisions).events();
            for (int known = 0; known < day; known++) {
                assertThat(view(after, 100, known).promises())
                        .isEqualTo(view(events, 100, known).promises());
            }
            assertThat(view(after, 100, day + 4).ledger().events()).hasSize(6);
        }
    }

    private static Kind kind(Random random) {
        return random.nextBoolean() ? Kind.PROMISED : Kind.DELIVERED;
    }

    private static String amount(Random random) {
        return String.valueOf(random.nextInt(50));
    }

    @Test
    void theLedgerOfWalesConsolidatesThroughThreeFunds() {
        LedgerView view =
                LedgerView.of(Wales.ALLIANCE.ledger(), "EUR", LocalDate.of(2018, 1, 1), LocalDate.of(2018, 1, 1));
        Consolidated all = Consolidated.of(view);

        assertThat(all.funds().get("fund-umbrella")).isEqualTo(new Consolidated.Flow(1_400_000_00, 1_200_000_00));
        assertThat(all.funds().get("fund-agency")).isEqualTo(new Consolidated.Flow(1_200_000_00, 800_000_00));
        assertThat(all.eliminated()).isGreaterThan(3_000_000_00L);
        assertThat(view.unvalued()).extracting(PromiseState::promise).containsExactly("ua-training-ltu");
    }
}
