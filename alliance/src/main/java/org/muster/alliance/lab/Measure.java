package org.muster.alliance.lab;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What is measured of a run, over all years of it.
public enum Measure {
    /// Missions that were asked for.
    ASKED(Unit.MISSIONS, Better.NEITHER, "missions asked for"),
    /// Missions that ran: expected, where members are willing by chance.
    RAN(Unit.MISSIONS, Better.UP, "missions that ran"),
    /// Missions that were asked for and did not run.
    FAILED(Unit.MISSIONS, Better.DOWN, "missions that did not run"),
    /// Days of follow-up phases with an essential line open, of missions whose days before ran.
    OPEN_DAY_AFTER(Unit.DAYS, Better.DOWN, "days after with a line open"),
    /// Members without whom a mission that ran would not have run, added up over missions.
    HUNG(Unit.MEMBERS, Better.DOWN, "members a mission hung on"),
    /// Objections to collective missions.
    VETOES(Unit.OBJECTIONS, Better.DOWN, "vetoes"),
    /// Missions for which members found no settlement.
    NO_SETTLEMENT(Unit.MISSIONS, Better.DOWN, "missions without settlement"),
    /// What missions cost, less what members receive for hours that they release.
    BILL(Unit.MONEY, Better.DOWN, "bill"),
    /// What is bought and held in common costs, whether missions come or not.
    HELD(Unit.MONEY, Better.DOWN, "price of what is held"),
    /// What those who go bear of the bill.
    BORNE_BY_GOERS(Unit.MONEY, Better.NEITHER, "borne by those who go"),
    /// What those who stay at home bear of the bill.
    BORNE_BY_STAYERS(Unit.MONEY, Better.NEITHER, "borne by those who stay"),
    /// What those who go bear, in percent of the bill.
    GOERS_PERCENT(Unit.PERCENT, Better.DOWN, "borne by those who go"),
    /// The least that a member is left with: its part of what was worth something, less what it bears of bills and
    /// of what is held.
    WORST_NET(Unit.MONEY, Better.UP, "worst member's net"),
    /// The Gini coefficient of what allies bear: 0 where all bear alike.
    GINI(Unit.RATIO, Better.DOWN, "Gini of what allies bear"),
    /// What those who stay at home get out of missions above what they bear.
    FREE_RIDE(Unit.MONEY, Better.DOWN, "free-rider gain"),
    /// Units of pools that were drawn.
    POOL_USED(Unit.UNITS, Better.NEITHER, "pool units drawn"),
    /// Units of pools' capabilities that were asked for and not there.
    POOL_REFUSED(Unit.UNITS, Better.DOWN, "pool units refused"),
    /// Members that meet the pledge's target in the last year.
    AT_TARGET(Unit.MEMBERS, Better.UP, "members at target");

    /// In what a measure is counted.
    public enum Unit {
        MISSIONS(9),
        DAYS(9),
        MEMBERS(9),
        OBJECTIONS(9),
        MONEY(0),
        PERCENT(9),
        RATIO(9),
        UNITS(9);

        private final int decimals;

        Unit(int decimals) {
            this.decimals = decimals;
        }

        /// Digits after the point with which values are kept; money is kept in whole minor units.
        public int decimals() {
            return decimals;
        }

        /// The word on screens.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Which way a measure is better.
    public enum Better {
        UP,
        DOWN,
        NEITHER
    }

    private final Unit unit;
    private final Better better;
    private final String title;

    Measure(Unit unit, Better better, String title) {
        this.unit = unit;
        this.better = better;
        this.title = title;
    }

    /// In what it is counted.
    public Unit unit() {
        return unit;
    }

    /// Which way it is better.
    public Better better() {
        return better;
    }

    /// What it is called on screens.
    public String title() {
        return title;
    }

    /// Its place among all measures, from 0.
    @SuppressWarnings("EnumOrdinal") // asked some hundred times a row
    public int place() {
        return ordinal();
    }

    /// The word in files and commands, for example `worst-net`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The measure of a word.
    public static Optional<Measure> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
