package org.muster.plan.model;

import java.util.Optional;
import org.muster.alliance.offer.MarketOffer;
import org.muster.alliance.offer.Offer;
import org.muster.alliance.pool.Pool;

/// Where units for a line can come from.
public sealed interface Source {
    /// A member's offer.
    record OfMember(Offer offer) implements Source {
        @Override
        public String id() {
            return offer.id();
        }

        @Override
        public SourceKind kind() {
            return SourceKind.OFFER;
        }

        @Override
        public Optional<String> member() {
            return Optional.of(offer.member());
        }

        @Override
        public long unitCostMinor(Line line) {
            return offer.unitCostMinor(line.phase().days());
        }
    }

    /// A pool.
    record OfPool(Pool pool) implements Source {
        @Override
        public String id() {
            return pool.id();
        }

        @Override
        public SourceKind kind() {
            return SourceKind.POOL;
        }

        @Override
        public Optional<String> member() {
            return Optional.empty();
        }

        @Override
        public long unitCostMinor(Line line) {
            return pool.drawCostMinor();
        }
    }

    /// The charter market.
    record OfMarket(MarketOffer charter) implements Source {
        @Override
        public String id() {
            return charter.id();
        }

        @Override
        public SourceKind kind() {
            return SourceKind.MARKET;
        }

        @Override
        public Optional<String> member() {
            return Optional.empty();
        }

        @Override
        public long unitCostMinor(Line line) {
            return charter.unitCostMinor(line.phase().days());
        }
    }

    /// The id of the offer, pool or charter.
    String id();

    /// `offer`, `pool` or `market`.
    SourceKind kind();

    /// The member that brings it, where one does.
    Optional<String> member();

    /// What one unit costs on the line, in minor units.
    long unitCostMinor(Line line);
}
