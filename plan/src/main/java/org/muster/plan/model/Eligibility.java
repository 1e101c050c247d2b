package org.muster.plan.model;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.offer.Caveat;
import org.muster.alliance.offer.Limit;
import org.muster.alliance.offer.MarketOffer;
import org.muster.alliance.offer.Offer;
import org.muster.alliance.policy.Condition;
import org.muster.alliance.policy.Policy;
import org.muster.alliance.policy.Stance;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;

/// Who and what could serve which line, before anybody is chosen: everything that does not depend on who else joins.
///
/// @param mode           the mode in force: one objector turns a collective mission into a coalition of the willing
/// @param objectors      allies that object
/// @param lines          the mission's lines, by phase
/// @param candidates     every source with the right capability for a line, also the blocked ones
/// @param memberBlockers rules that keep a member out altogether, in the order in which they are asked
public record Eligibility(
        Mission.Mode mode,
        List<String> objectors,
        List<Line> lines,
        List<Candidate> candidates,
        Map<String, List<Rule>> memberBlockers) {

    public Eligibility {
        objectors = List.copyOf(objectors);
        lines = List.copyOf(lines);
        candidates = List.copyOf(candidates);
        memberBlockers = Collections.unmodifiableMap(new LinkedHashMap<>(memberBlockers));
    }

    /// Works out who and what could serve.
    public static Eligibility of(Alliance alliance, Mission mission) {
        return new Survey(alliance, mission).run();
    }

    private static final class Survey {
        private final Alliance alliance;
        private final Mission mission;
        private final List<Line> lines = new ArrayList<>();
        private final List<Candidate> candidates = new ArrayList<>();
        private final Map<String, List<Policy>> policies = new LinkedHashMap<>();
        private final Map<String, List<Caveat>> caveats = new LinkedHashMap<>();
        private final List<String> objectors;
        private final Mission.Mode mode;

        Survey(Alliance alliance, Mission mission) {
            this.alliance = alliance;
            this.mission = mission;
            for (Phase phase : mission.phases()) {
                phase.requirements().forEach(requirement -> lines.add(new Line(phase, requirement)));
            }
            for (Policy policy : alliance.policies()) {
                if (policy.isAbout(mission.id())) {
                    policies.computeIfAbsent(policy.member(), m -> new ArrayList<>())
                            .add(policy);
                }
            }
            for (Caveat caveat : alliance.caveats()) {
                caveats.computeIfAbsent(caveat.member(), m -> new ArrayList<>()).add(caveat);
            }
            objectors = alliance.members().stream()
                    .filter(Member::isAlly)
                    .map(Member::code)
                    .filter(code -> alliance.positionOf(code, mission.id()) == Stance.Position.OBJECTS)
                    .toList();
            mode = objectors.isEmpty() ? mission.mode() : Mission.Mode.COALITION;
        }

        Eligibility run() {
            for (Line line : lines) {
                String wanted = line.requirement().capability();
                alliance.offers().stream()
                        .filter(offer -> offer.capability().equals(wanted) && serves(offer.mission()))
                        .forEach(offer -> add(new Source.OfMember(offer), line, offer.units(), blockers(offer, line)));
                alliance.pools().stream()
                        .filter(pool -> pool.capability().equals(wanted) && serves(pool.mission()))
                        .forEach(pool ->
                                add(new Source.OfPool(pool), line, pool.availableCapacity(), blockers(pool, line)));
                alliance.market().stream()
                        .filter(charter -> charter.capability().equals(wanted))
                        .forEach(charter ->
                                add(new Source.OfMarket(charter), line, charter.units(), blockers(charter, line)));
            }
            Map<String, List<Rule>> memberBlockers = new LinkedHashMap<>();
            alliance.memberCodes().forEach(code -> memberBlockers.put(code, memberBlockers(code)));
            return new Eligibility(mode, objectors, lines, candidates, memberBlockers);
        }

        private boolean serves(Optional<String> onlyMission) {
            return onlyMission.map(id -> id.equals(mission.id())).orElse(true);
        }

        private void add(Source source, Line line, long units, List<Rule> blockers) {
            long most = Math.min(units, line.requirement().quantity());
            if (most > 0) {
                candidates.add(new Candidate(source, line, most, blockers));
            }
        }

        private List<Rule> memberBlockers(String member) {
            List<Rule> rules = new ArrayList<>();
            if (mission.pins().mustNot().contains(member)) {
                rules.add(new Rule(
                        "pin:not:" + member, Rule.Kind.PIN, mission.id(), "the mission is planned without " + member));
            }
            Stance.Position position = alliance.positionOf(member, mission.id());
            if (!position.mayJoin()) {
                rules.add(new Rule(
                        "stance:" + member,
                        Rule.Kind.STANCE,
                        member,
                        member + " does not take part (" + position.word() + ")"));
            }
            for (Policy policy : policies.getOrDefault(member, List.of())) {
                memberBlocker(policy).ifPresent(rules::add);
            }
            return rules;
        }

        /// The rule that a policy is where it keeps its member out whoever else joins.
        private Optional<Rule> memberBlocker(Policy policy) {
            String member = policy.member();
            return switch (policy.condition()) {
                case Condition.StaysOut c -> Optional.of(PlanningRules.policy(policy, member + " stays out"));
                case Condition.NeedsMandate c ->
                    Collections.disjoint(c.mandates(), mission.mandates())
                            ? Optional.of(PlanningRules.policy(
                                    policy,
                                    member + " joins only with a mandate of " + String.join(" or ", c.mandates())))
                            : Optional.empty();
                case Condition.DayAfterCovered c ->
                    lines.stream().anyMatch(Line::isEssentialFollowUp)
                            ? Optional.empty()
                            : Optional.of(PlanningRules.policy(
                                    policy,
                                    member + " joins only if the day after is covered, and no phase provides for it"));
                case Condition.BesideAll c -> Optional.empty();
                case Condition.BesideAny c -> Optional.empty();
                case Condition.NotBeside c -> Optional.empty();
                case Condition.NeverKinds c -> Optional.empty();
                case Condition.OnlyKinds c -> Optional.empty();
                case Condition.AtLeastMembers c -> Optional.empty();
            };
        }

        private List<Rule> blockers(Offer offer, Line line) {
            List<Rule> rules = new ArrayList<>();
            String what = offer.member() + "'s " + offer.id();
            if (!offer.stage().isUsable()) {
                rules.add(new Rule(
                        "stage:" + offer.id(),
                        Rule.Kind.STAGE,
                        offer.member(),
                        what + " is " + offer.stage().word() + ", not firm"));
            }
            LocalDate from = line.phase().from();
            LocalDate to = line.phase().to();
            if (offer.availableFrom().map(day -> day.isAfter(from)).orElse(false)
                    || offer.availableTo().map(day -> day.isBefore(to)).orElse(false)) {
                rules.add(new Rule(
                        "availability:" + offer.id() + ":" + line.phase().id(),
                        Rule.Kind.AVAILABILITY,
                        offer.member(),
                        what + " is there "
                                + offer.availableFrom()
                                        .map(day -> "from " + day + " ")
                                        .orElse("")
                                + offer.availableTo()
                                        .map(day -> "until " + day + " ")
                                        .orElse("")
                                + "and not for all of phase " + line.phase().id()));
            }
            notice("offer", offer.id(), what, offer.member(), offer.noticeDays(), line)
                    .ifPresent(rules::add);
            policies.getOrDefault(offer.member(), List.of()).stream()
                    .flatMap(policy -> kindBlocker(policy, line).stream())
                    .forEach(rules::add);
            caveats.getOrDefault(offer.member(), List.of()).stream()
                    .filter(caveat -> caveat.isAbout(offer) && caveat.isInForce(from, to))
                    .filter(caveat -> meets(caveat.limit(), line) && hinders(caveat, offer, given(line)))
                    .forEach(caveat -> rules.add(PlanningRules.caveat(caveat, line)));
            return rules;
        }

        private static Optional<Rule> kindBlocker(Policy policy, Line line) {
            String kind = line.requirement().kind();
            return switch (policy.condition()) {
                case Condition.NeverKinds c ->
                    c.kinds().contains(kind)
                            ? Optional.of(PlanningRules.policy(
                                    policy,
                                    policy.member() + " never brings anything for " + String.join(", ", c.kinds())))
                            : Optional.empty();
                case Condition.OnlyKinds c ->
                    c.kinds().contains(kind)
                            ? Optional.empty()
                            : Optional.of(PlanningRules.policy(
                                    policy,
                                    policy.member() + " brings something only for " + String.join(", ", c.kinds())));
                case Condition.NeedsMandate c -> Optional.empty();
                case Condition.BesideAll c -> Optional.empty();
                case Condition.BesideAny c -> Optional.empty();
                case Condition.NotBeside c -> Optional.empty();
                case Condition.DayAfterCovered c -> Optional.empty();
                case Condition.AtLeastMembers c -> Optional.empty();
                case Condition.StaysOut c -> Optional.empty();
            };
        }

        /// Whether the line falls under the limit, whoever else joins. Company is the model's question, not this one's.
        private static boolean meets(Limit limit, Line line) {
            return switch (limit) {
                case Limit.Always l -> true;
                case Limit.At l -> l.places().contains(line.requirement().place());
                case Limit.OutsideOf l ->
                    !l.places().contains(line.requirement().place());
                case Limit.OfKind l -> l.kinds().contains(line.requirement().kind());
                case Limit.NotOfKind l -> !l.kinds().contains(line.requirement().kind());
                case Limit.During l -> touches(line.phase(), l.months());
                case Limit.Beside l -> false;
                case Limit.LongerThan l -> line.phase().days() > l.days();
            };
        }

        private static boolean touches(Phase phase, Set<Month> months) {
            return phase.from()
                    .withDayOfMonth(1)
                    .datesUntil(phase.to().plusDays(1), java.time.Period.ofMonths(1))
                    .anyMatch(day -> months.contains(day.getMonth()));
        }

        /// Whether a caveat that is met keeps the offer from the line: a ban does, an approval only if it comes too
        /// late.
        static boolean hinders(Caveat caveat, Offer offer, long noticeGiven) {
            return switch (caveat.form()) {
                case Caveat.Form.Prohibits f -> true;
                case Caveat.Form.NeedsApproval f -> (long) f.days() + offer.noticeDays() > noticeGiven;
            };
        }

        private long given(Line line) {
            return line.noticeGiven(mission.decidedOn());
        }

        private List<Rule> blockers(Pool pool, Line line) {
            List<Rule> rules = new ArrayList<>();
            notice("pool", pool.id(), "pool " + pool.id(), pool.id(), pool.noticeDays(), line)
                    .ifPresent(rules::add);
            if (pool.access() instanceof Access.Consensus) {
                List<String> against = pool.entitlements().keySet().stream()
                        .filter(owner -> pool.entitlements().getOrDefault(owner, 0L) > 0)
                        .filter(owner -> alliance.positionOf(owner, mission.id()) == Stance.Position.OBJECTS)
                        .toList();
                if (mode == Mission.Mode.COALITION || !against.isEmpty()) {
                    rules.add(new Rule(
                            "consensus:" + pool.id(), Rule.Kind.CONSENSUS, pool.id(), whyNoConsensus(pool, against)));
                }
            }
            return rules;
        }

        private String whyNoConsensus(Pool pool, List<String> against) {
            String start = "pool " + pool.id() + " needs consensus, and ";
            if (!objectors.isEmpty()) {
                return start + String.join(", ", objectors) + (objectors.size() == 1 ? " objects" : " object");
            }
            return against.isEmpty()
                    ? start + "the mission is a coalition of the willing"
                    : start + "owner " + String.join(", ", against) + " objects";
        }

        private List<Rule> blockers(MarketOffer charter, Line line) {
            return notice("charter", charter.id(), "charter " + charter.id(), charter.id(), charter.noticeDays(), line)
                    .map(List::of)
                    .orElse(List.of());
        }

        private Optional<Rule> notice(String word, String id, String what, String subject, int needed, Line line) {
            long given = given(line);
            return needed <= given
                    ? Optional.empty()
                    : Optional.of(new Rule(
                            "notice:" + word + ":" + id + ":" + line.key(),
                            Rule.Kind.NOTICE,
                            subject,
                            what + " needs " + (needed == 1 ? "1 day's" : needed + " days'") + " notice, line "
                                    + line.key() + " gives " + given));
        }
    }

    /// Whether a caveat about company would keep the offer from the line if that company joined.
    static boolean hindersInCompany(Caveat caveat, Offer offer, long noticeGiven) {
        return Survey.hinders(caveat, offer, noticeGiven);
    }
}
