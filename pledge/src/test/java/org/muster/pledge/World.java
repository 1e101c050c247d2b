package org.muster.pledge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.figure.OutsideFigure;
import org.muster.alliance.figure.Vintage;
import org.muster.alliance.pledge.Ledger;
import org.muster.alliance.pledge.Pledge;
import org.muster.alliance.source.Provenance;

/// A small alliance for tests, built figure by figure.
public final class World {
    public static final Provenance INVENTED = Provenance.illustrative("invented");

    private final List<Member> members = new ArrayList<>();
    private final List<Vintage> vintages = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();

    public World members(String... codes) {
        for (String code : codes) {
            members.add(new Member(code, code, Member.Kind.ALLY));
        }
        return this;
    }

    public World vintage(String id, String knownFrom) {
        vintages.add(new Vintage(id, id, LocalDate.parse(knownFrom), "invented"));
        return this;
    }

    public World figure(String member, String measure, int year, String value, String vintage) {
        figures.add(new Figure(member, measure, year, new BigDecimal(value), "units", vintage, INVENTED));
        return this;
    }

    public Alliance alliance() {
        return Alliance.ofFigures("world", "World", "EUR", members, vintages, figures, List.of());
    }

    /// An alliance with other figures and releases, and everything else as it is.
    public static Alliance replaced(Alliance a, List<Vintage> vintages, List<Figure> figures, Ledger ledger) {
        return replaced(a, vintages, figures, ledger, a.outside());
    }

    /// An alliance with other figures from outside, and everything else as it is.
    public static Alliance withOutside(Alliance a, List<OutsideFigure> outside) {
        return replaced(a, a.vintages(), a.figures(), a.ledger(), outside);
    }

    private static Alliance replaced(
            Alliance a, List<Vintage> vintages, List<Figure> figures, Ledger ledger, List<OutsideFigure> outside) {
        return new Alliance(
                new Alliance.Identity(a.id(), a.title(), a.description(), a.currency(), a.attributions()),
                new Alliance.Agreements(a.keys(), a.defaultKey(), a.sharing(), a.pledges()),
                new Alliance.People(a.members(), a.policies(), a.stances(), a.participation()),
                new Alliance.Evidence(vintages, figures, a.standIns(), outside, ledger),
                new Alliance.Supply(a.capabilities(), a.offers(), a.market(), a.pools(), a.caveats()),
                a.missions(),
                Alliance.Proposals.NONE);
    }

    /// Two percent of `share` from 2014 to 2024, made by these.
    public static Pledge twoPercent(Pledge.Comparison comparison, String... who) {
        List<Pledge.Party> parties = new ArrayList<>();
        for (String member : who) {
            parties.add(new Pledge.Party(member, Optional.empty()));
        }
        return new Pledge(
                "two",
                "Two percent",
                new Pledge.Aim("share", comparison, new BigDecimal("2"), "percent", 2),
                new Pledge.Course(LocalDate.of(2014, 9, 5), 2014, 2024, Optional.empty(), Pledge.Path.LINEAR),
                new Pledge.Reckoning(
                        Optional.of(new Pledge.Ratio("amount", "base", "growth")),
                        Optional.of(new Pledge.Addition("more", new BigDecimal("1.5"), new BigDecimal("3.5")))),
                new Pledge.Roll(parties, List.of(), List.of()),
                INVENTED);
    }
}
