package org.muster.alliance.bill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.muster.alliance.source.Status;

class PriceBasisTest {
    private static CostLine line(String id, long amount, Status price) {
        return new CostLine(
                id,
                LocalDate.of(2015, 1, 1),
                Category.RUNNING,
                id,
                amount,
                new CostLine.Incurrer.OfAll(),
                Optional.empty(),
                false,
                price);
    }

    @Test
    void percentsAddUpAndAmountsToTheBill() {
        Bill bill = new Bill(
                "EUR",
                List.of(
                        line("a", 1, Status.PUBLISHED),
                        line("b", 1, Status.BORROWED),
                        line("c", 1, Status.ILLUSTRATIVE)));

        List<PriceBasis.Part> parts = PriceBasis.of(bill);

        assertThat(parts)
                .extracting(PriceBasis.Part::basis)
                .containsExactly(PriceBasis.PUBLISHED, PriceBasis.BORROWED, PriceBasis.ILLUSTRATIVE);
        assertThat(parts.stream().mapToLong(PriceBasis.Part::percent).sum()).isEqualTo(100);
        assertThat(parts.stream().mapToLong(PriceBasis.Part::amountMinor).sum()).isEqualTo(bill.totalMinor());
        assertThat(PriceBasis.sentence(bill))
                .isEqualTo("The bill rests to 34 % on published, 33 % on borrowed and 33 % on illustrative prices.");
    }

    /// What is worked out from one's own published figures is not borrowed; a memory is neither published nor invented.
    @Test
    void everyStatusHasItsBasis() {
        Bill bill = new Bill(
                "EUR",
                List.of(line("a", 60, Status.DERIVED), line("b", 15, Status.ESTIMATE), line("c", 25, Status.RECALLED)));

        assertThat(PriceBasis.sentence(bill))
                .isEqualTo("The bill rests to 75 % on published and 25 % on recalled prices.");
    }

    @Test
    void whatMembersPayEachOtherIsNoPrice() {
        Bill bill = new Bill(
                "EUR",
                List.of(line("a", 60, Status.PUBLISHED), line("released", 40, Status.ILLUSTRATIVE)),
                List.of(new Bill.Receipt("released", "DEU", 40)));

        assertThat(PriceBasis.sentence(bill)).isEqualTo("The bill rests to 100 % on published prices.");
        assertThat(PriceBasis.sentence(new Bill("EUR", List.of()))).isEmpty();
    }
}
