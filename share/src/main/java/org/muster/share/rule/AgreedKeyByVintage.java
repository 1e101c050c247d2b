package org.muster.share.rule;

import java.util.List;
import java.util.Optional;
import org.muster.alliance.bill.CostLine;
import org.muster.alliance.key.Key;
import org.muster.alliance.sharing.MissionTerms;
import org.muster.share.key.KeyVintage;

/// An agreement keeps the key of the day on which it was made.
final class AgreedKeyByVintage implements SharingRule {
    @Override
    public String id() {
        return "agreed-key-by-vintage";
    }

    @Override
    public String title() {
        return "Agreed key, each agreement by its own vintage";
    }

    @Override
    public String description() {
        return "Lines of an agreement are borne by the key that was in force when it was made, all others by the agreed key of the mission.";
    }

    @Override
    public String source() {
        return "Council Decision (EU) 2022/2242, annex; NATO cost shares of programmes agreed from 2021 (key vintage)";
    }

    @Override
    public Staying staying() {
        return Staying.SAME_KEY;
    }

    @Override
    public Outcome share(SharingCase sharing) {
        if (sharing.terms().agreements().isEmpty() || sharing.key().isEmpty()) {
            return new Outcome.NotApplicable("no agreement with a key of its own is declared for this mission");
        }
        Ledger ledger = new Ledger(sharing);
        for (CostLine line : sharing.bill().lines()) {
            Key key = sharing.key().get();
            for (MissionTerms.Agreement agreement : sharing.terms().agreements()) {
                if (agreement.categories().contains(line.category())) {
                    List<Key> series = agreement.keys().stream()
                            .flatMap(id -> Optional.ofNullable(sharing.keys().get(id)).stream())
                            .toList();
                    if (series.stream().allMatch(k -> k.validFrom().isAfter(agreement.agreedOn()))) {
                        return new Outcome.NotApplicable("no key of agreement %s was in force on %s"
                                .formatted(agreement.id(), agreement.agreedOn()));
                    }
                    key = KeyVintage.inForce(series, agreement.agreedOn());
                }
            }
            ledger.byWeights(Weights.key(key), line);
        }
        return ledger.shared(this);
    }
}
