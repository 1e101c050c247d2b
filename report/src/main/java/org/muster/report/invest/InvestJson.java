package org.muster.report.invest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.muster.alliance.bill.Money;
import org.muster.alliance.invest.InvestPlan;
import org.muster.games.Fraction;
import org.muster.invest.Aims;
import org.muster.invest.Correlated;
import org.muster.invest.Estimate;
import org.muster.invest.Evaluated;
import org.muster.invest.Explained;
import org.muster.invest.HowKnown;
import org.muster.invest.InvestAnswer;
import org.muster.invest.Judged;
import org.muster.invest.MemberMoney;
import org.muster.invest.NeedInCommon;
import org.muster.invest.PoolPayers;
import org.muster.invest.Portfolio;
import org.muster.invest.Waiting;
import org.muster.invest.YearlyPrice;
import org.muster.report.write.Json;

/// What to hold in common as JSON, by `docs/schema/invest.schema.json`; amounts are decimal strings.
public final class InvestJson {
    /// The version of the format that is written.
    public static final String VERSION = "1";

    private final InvestAnswer answer;
    private final InvestWords words;

    private InvestJson(InvestAnswer answer) {
        this.answer = answer;
        this.words = new InvestWords(answer);
    }

    /// The answer as JSON text, ending in a line end; the same answer gives the same bytes.
    public static String write(InvestAnswer answer) {
        return Json.text(new InvestJson(answer).tree());
    }

    /// What was really bought; null where that was not asked.
    private void evaluated(ObjectNode root) {
        if (answer.evaluated().isEmpty()) {
            root.putNull("evaluated");
            return;
        }
        Evaluated evaluated = answer.evaluated().get();
        ObjectNode node = root.putObject("evaluated");
        node.put("title", evaluated.bought().title());
        ArrayNode purchases = node.putArray("purchases");
        evaluated
                .bought()
                .purchases()
                .forEach(one -> purchases
                        .addObject()
                        .put("title", one.title())
                        .put("ordered", one.ordered().toString())
                        .put("candidate", one.candidate().orElse(null))
                        .put("blocks", one.blocks())
                        .put("late", evaluated.late().contains(one))
                        .put("status", one.provenance().status().word())
                        .put("source", one.provenance().source()));
        ArrayNode missions = node.putArray("missions");
        for (Judged one : evaluated.portfolio().missions()) {
            ObjectNode mission = missions.addObject();
            mission.put("id", one.mission());
            mission.put("status", InvestWords.status(one));
            mission.put("chance", chance(one.chance()));
            mission.put("chanceMost", chance(one.chanceMost()));
            mission.put("weakest", chance(one.weakest()));
        }
        portfolio(evaluated.portfolio(), node.putObject("bought"));
        portfolio(evaluated.sameMoney(), node.putObject("sameMoney"));
        node.put("regret", chance(evaluated.regret()));
        ArrayNode missed = node.putArray("missed");
        evaluated.missed().forEach(one -> asked(one, missed.addObject()));
        node.put("proven", evaluated.isProven());
    }

    private ObjectNode tree() {
        ObjectNode root = Json.object();
        root.put("format", "muster-invest");
        root.put("version", VERSION);
        root.put("alliance", answer.question().alliance().id());
        root.put("currency", answer.question().alliance().currency());
        root.put("headline", words.headline());
        question(root.putObject("question"));
        root.put("knownAt", answer.question().orderedOn().toString());
        method(root.putObject("method"));
        evaluated(root);
        root.put("outcome", answer.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        ArrayNode missions = root.putArray("missions");
        answer.best().missions().forEach(then -> mission(then, missions.addObject()));
        best(root.putObject("best"));
        ArrayNode leftOut = root.putArray("leftOut");
        answer.leftOut().forEach(one -> {
            ObjectNode node = leftOut.addObject();
            asked(one.asked(), node);
            node.put("reached", chance(one.reached()));
            node.put("hold", one.hold().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        });
        ArrayNode relaxations = root.putArray("relaxations");
        answer.relaxations().forEach(one -> {
            ObjectNode node = relaxations.addObject();
            one.target().ifPresent(asked -> asked(asked, node));
            if (one.cvar().isPresent()) {
                cvar(one.cvar().get(), node);
                node.put("cvar", amount(one.to()));
            } else if (one.worseOff()) {
                node.put("worseOffBy", amount(one.to()));
            } else if (one.target().isPresent()) {
                node.put("to", chance(one.to()));
            } else if (one.losing().isPresent()) {
                node.put("mission", one.losing().get());
                node.put("losingAny", one.to().numerator().intValueExact());
            } else {
                node.put("budget", amount(one.to()));
            }
        });
        ArrayNode frontier = root.putArray("frontier");
        for (int k = 0; k < answer.frontier().size(); k++) {
            ObjectNode point = frontier.addObject();
            portfolio(answer.frontier().get(k), point);
            Json.put(
                    point,
                    "weighedPerYear",
                    answer.frontierMoney().isEmpty()
                            ? Optional.empty()
                            : Optional.of(amount(answer.frontierMoney().get(k))));
        }
        members(root);
        ArrayNode needs = root.putArray("need");
        answer.needs().forEach(one -> need(one, needs.addObject()));
        option(root);
        limit(root);
        cvar(root.putArray("cvar"));
        targets(root.putArray("targets"));
        explained(root);
        words.invented().forEach(root.putArray("illustrative")::add);
        answer.question().alliance().attributions().forEach(root.putArray("attributions")::add);
        return root;
    }

    private void question(ObjectNode node) {
        InvestPlan plan = answer.question().plan();
        node.put("plan", plan.id());
        Json.put(node, "budget", plan.budgetMinor().map(this::amount));
        ObjectNode targets = node.putObject("targets");
        ObjectNode chances = targets.putObject("missions");
        plan.targets().chances().forEach(chances::put);
        ObjectNode without = targets.putObject("withoutAny");
        plan.targets().withoutAny().forEach(without::put);
        ObjectNode losing = targets.putObject("losingAny");
        plan.targets().losingAny().forEach(losing::put);
        Json.put(targets, "worseOffByAtMost", plan.targets().worseOffMinor().map(this::amount));
        ArrayNode cvar = targets.putArray("cvar");
        plan.targets().cvar().forEach(one -> cvar(one, cvar.addObject()));
        ObjectNode failures = node.putObject("priceOfFailure");
        plan.missions()
                .forEach(one -> one.failureMinor().ifPresent(minor -> failures.put(one.mission(), amount(minor))));
    }

    private void method(ObjectNode node) {
        boolean judged = answer.best().missions().stream().noneMatch(one -> one.method() == HowKnown.UNKNOWN);
        boolean drawn = answer.best().missions().stream().anyMatch(one -> one.method() == HowKnown.ESTIMATED);
        node.put("name", drawn ? "estimated" : judged ? "exact" : "exact where judged");
        ArrayNode why = node.putArray("why");
        answer.best().missions().forEach(one -> one.why().forEach(reason -> why.add(one.mission() + ": " + reason)));
    }

    private void mission(Judged then, ObjectNode node) {
        Judged now = words.before(then);
        node.put("id", then.mission());
        node.put("perYear", chance(then.perYear()));
        node.put("method", then.method().word());
        node.put("status", InvestWords.status(now));
        node.put("statusThen", InvestWords.status(then));
        node.put("losingAny", now.losing());
        node.put("losingAnyThen", then.losing());
        node.put("chance", chance(now.chance()));
        node.put("chanceThen", chance(then.chance()));
        node.put("chanceMost", chance(now.chanceMost()));
        node.put("chanceMostThen", chance(then.chanceMost()));
        ArrayNode sizes = node.putArray("chanceBySize");
        now.bySize().forEach(count -> sizes.add(new BigDecimal(count)));
        ArrayNode sizesThen = node.putArray("chanceBySizeThen");
        then.bySize().forEach(count -> sizesThen.add(new BigDecimal(count)));
        InvestAnswer.MeanCost cost = answer.costs().get(then.mission());
        Json.put(
                node,
                "costBefore",
                Optional.ofNullable(cost).flatMap(InvestAnswer.MeanCost::before).map(this::amount));
        Json.put(
                node,
                "costThen",
                Optional.ofNullable(cost).flatMap(InvestAnswer.MeanCost::best).map(this::amount));
        Json.put(
                node,
                "costNotKnown",
                Optional.ofNullable(cost).map(InvestAnswer.MeanCost::why).filter(why -> !why.isEmpty()));
        Correlated correlated = answer.correlated().get(then.mission());
        if (correlated == null) {
            node.putNull("correlation");
        } else {
            node.putObject("correlation")
                    .put("independent", amount(correlated.independent()))
                    .put("worlds", amount(correlated.worlds()))
                    .put("nested", amount(correlated.nested()))
                    .put("worst", amount(correlated.atMost()));
        }
        ArrayNode dependencies = node.putArray("dependencies");
        for (String member : then.players()) {
            if (!now.without(member).equals(now.chance())
                    || !then.without(member).equals(then.chance())) {
                ObjectNode one = dependencies.addObject();
                one.put("member", member);
                one.put("without", chance(now.without(member)));
                one.put("withoutThen", chance(then.without(member)));
                cures(then.mission(), member, one);
            }
        }
    }

    /// Only where the member was to be explained: else null.
    private void cures(String mission, String member, ObjectNode node) {
        if (answer.explained().orElse(null) instanceof Explained.OfMember explained
                && explained.member().equals(member)) {
            ArrayNode cures = node.putArray("cures");
            for (Explained.Freed freed : explained.missions()) {
                if (freed.mission().equals(mission)) {
                    freed.cures().forEach(cure -> cure(cure, cures.addObject()));
                }
            }
        } else {
            node.putNull("cures");
        }
    }

    private void cure(Explained.Cure cure, ObjectNode node) {
        ArrayNode changes = node.putArray("changes");
        cure.blocks().forEach((candidate, blocks) -> {
            ObjectNode change = changes.addObject();
            int place = words.place(candidate);
            change.put("kind", answer.candidates().get(place).what().word());
            change.put("what", candidate);
            change.put("blocks", blocks);
            change.put("price", amount(answer.prices().get(place).times(blocks)));
        });
        node.put("price", amount(cure.pricePerYear()));
        node.put("without", chance(cure.without()));
    }

    private void best(ObjectNode node) {
        portfolio(answer.best(), node);
        Json.put(
                node,
                "costPerYear",
                answer.money().map(money -> amount(money.after().sum())));
        Json.put(
                node,
                "costPerYearBefore",
                answer.money().map(money -> amount(money.before().sum())));
        boolean weighs = answer.question().plan().weighsMoney();
        Json.put(
                node,
                "weighedPerYear",
                answer.money().filter(money -> weighs).map(money -> amount(money.weighedAfter())));
        ObjectNode proof = node.putObject("proof");
        boolean failures = !weighs && answer.question().plan().targets().isEmpty();
        Json.put(
                proof,
                "lower",
                answer.proof().lower().map(lower -> failures ? chance(lower).toPlainString() : amount(lower)));
        Json.put(
                proof,
                "value",
                answer.proof().value().map(value -> failures ? chance(value).toPlainString() : amount(value)));
        proof.put("of", weighs ? "pricePlusWeighed" : failures ? "failures" : "pricePerYear");
        proof.put("proven", answer.proof().proven());
        proof.put("boxes", answer.proof().boxes());
        proof.put("evaluations", answer.proof().evaluations());
        ArrayNode notInTime = proof.putArray("notInTime");
        answer.notInTime().forEach(notInTime::add);
        estimate(proof, failures);
    }

    /// How sure it is where coalitions were drawn; null where none were, or that was not worked out.
    private void estimate(ObjectNode proof, boolean failures) {
        if (answer.estimate().isEmpty()) {
            proof.putNull("estimate");
            return;
        }
        Estimate estimate = answer.estimate().get();
        ObjectNode node = proof.putObject("estimate");
        node.put("seed", estimate.seed());
        node.put("draws", estimate.draws());
        node.put("batches", estimate.batches());
        Json.put(
                node,
                "lower",
                estimate.lower().map(lower -> failures ? chance(lower).toPlainString() : amount(lower)));
        node.put("upper", failures ? chance(estimate.upper()).toPlainString() : amount(estimate.upper()));
        ArrayNode missions = node.putArray("missions");
        for (Estimate.Fresh one : estimate.missions()) {
            ObjectNode mission = missions.addObject();
            mission.put("mission", one.mission());
            mission.put("chance", chance(one.chance()));
            mission.put("from", chance(one.least()));
            mission.put("to", chance(one.most()));
            mission.put("missed", one.missed());
        }
    }

    private void portfolio(Portfolio portfolio, ObjectNode node) {
        ArrayNode levels = node.putArray("levels");
        List<Long> prices = answer.pricesOf(portfolio);
        for (int c = 0; c < answer.candidates().size(); c++) {
            if (portfolio.levels().get(c) > 0) {
                ObjectNode level = levels.addObject();
                level.put("candidate", answer.candidates().get(c).id());
                level.put("blocks", portfolio.levels().get(c));
                level.put("units", answer.unitsOf(portfolio, c));
                level.put("price", amount(prices.get(c)));
            }
        }
        node.put("pricePerYear", amount(answer.priceOf(portfolio)));
        node.put("failures", chance(portfolio.failuresPerYear()));
        node.put("notRunnable", portfolio.notRunnable().size());
        node.put("hanging", portfolio.hanging());
        node.put("weakest", chance(answer.weakest(portfolio)));
    }

    /// Where the cost of no mission is known, only what members pay.
    private void members(ObjectNode root) {
        ArrayNode members = root.putArray("members");
        ArrayNode shares = root.putArray("shares");
        Optional<List<MemberMoney>> money = answer.members().map(MemberMoney.All::members);
        answer.paysByKey().ifPresent(pays -> {
            if (money.isEmpty()) {
                pays.forEach((code, minor) -> {
                    ObjectNode member = members.addObject();
                    member.put("code", code);
                    member.putNull("before");
                    member.putNull("after");
                    member.put("pays", amount(minor));
                    member.putNull("net");
                    member.putNull("worseOff");
                });
            }
            if (answer.payers().isEmpty()) {
                ObjectNode key = shares.addObject();
                key.put("rule", "key");
                amounts(key.putObject("amounts"), pays);
                key.putNull("wouldLeave");
                key.putNull("leavingGain");
                key.putNull("worseOff");
            }
        });
        answer.payers()
                .ifPresent(payers -> payers.rules().forEach(rule -> {
                    ObjectNode one = shares.addObject();
                    one.put("rule", rule.rule());
                    amounts(one.putObject("amounts"), rule.amounts());
                    rule.leaving().forEach(one.putArray("wouldLeave")::add);
                    one.put("leavingGain", amount(rule.leavingGain()));
                    amounts(one.putObject("worseOff"), rule.worseOff());
                }));
        ArrayNode alone = root.putArray("alone");
        answer.payers().ifPresent(payers -> {
            for (int i = 0; i < payers.members().size(); i++) {
                ObjectNode one = alone.addObject();
                String member = payers.members().get(i);
                one.put("member", member);
                one.put("spared", amount(payers.spared().get(i)));
                one.put("gainAlone", amount(payers.alone().get(i)));
                one.put(
                        "withoutIt",
                        Objects.requireNonNull(payers.survival().get(member))
                                .name()
                                .toLowerCase(Locale.ROOT));
            }
        });
        ArrayNode scarcity = root.putArray("scarcity");
        answer.payers()
                .ifPresent(payers -> payers.scarcity().forEach(one -> {
                    ObjectNode node = scarcity.addObject();
                    node.put("candidate", one.candidate());
                    node.put(
                            "applies",
                            one.applies().name().toLowerCase(Locale.ROOT).replace('_', '-'));
                    node.put("why", one.why());
                    node.put("lastUnit", amount(one.last()));
                    node.put("oneMore", amount(one.next()));
                    node.put("offered", amount(one.offered()));
                }));
        ArrayNode atOnce = root.putArray("atOnce");
        answer.atOnce().forEach(one -> {
            ObjectNode node = atOnce.addObject();
            one.missions().forEach(node.putArray("missions")::add);
            node.put("method", one.method().word());
            node.put("chance", chance(one.now().least()));
            node.put("chanceMost", chance(one.now().most()));
            node.put("chanceThen", chance(one.then().least()));
            node.put("chanceMostThen", chance(one.then().most()));
        });
        Json.put(root, "subsidy", answer.payers().flatMap(PoolPayers::subsidy).map(this::amount));
        money.ifPresent(some -> some.forEach(one -> {
            ObjectNode member = members.addObject();
            member.put("code", one.code());
            member.put("before", amount(one.before()));
            member.put("after", amount(one.after()));
            member.put("pays", amount(one.pays()));
            member.put("net", amount(one.net()));
            member.put("worseOff", one.net() > 0);
        }));
    }

    private void amounts(ObjectNode node, Map<String, Long> amounts) {
        amounts.forEach((code, minor) -> node.put(code, amount(minor)));
    }

    private void explained(ObjectNode root) {
        if (answer.explained().orElse(null) instanceof Explained.OfCandidate candidate) {
            ObjectNode node = root.putObject("explained");
            node.put("candidate", candidate.candidate());
            if (candidate.need().isPresent()) {
                need(candidate.need().get(), node.putObject("need"));
            } else {
                node.putNull("need");
            }
            ArrayNode lines = node.putArray("lines");
            candidate.lines().forEach(minor -> lines.add(amount(minor)));
            ArrayNode steps = node.putArray("steps");
            for (Explained.Step step : candidate.steps()) {
                ObjectNode one = steps.addObject();
                one.put("blocks", step.blocks());
                one.put("failures", chance(step.portfolio().failuresPerYear()));
                boolean weighs = answer.question().plan().weighsMoney();
                Json.put(one, "saves", weighs ? Optional.of(amount(candidate.saves(step))) : Optional.<String>empty());
                Json.put(
                        one,
                        "paysBelow",
                        weighs && step.blocks() > 0
                                ? Optional.of(amount(candidate.breakEven(step)))
                                : Optional.<String>empty());
                ObjectNode chances = one.putObject("chances");
                step.portfolio().missions().forEach(judged -> chances.put(judged.mission(), chance(judged.chance())));
            }
        } else {
            root.putNull("explained");
        }
    }

    /// What a second purchase is worth; null where that is not known.
    private void option(ObjectNode root) {
        if (answer.waiting().isEmpty()) {
            root.putNull("option");
            return;
        }
        Waiting waiting = answer.waiting().get();
        ObjectNode node = root.putObject("option");
        node.put("knownFrom", waiting.knownFrom().toString());
        waiting.canWait().forEach(node.putArray("canWait")::add);
        blocks(waiting.first(), node.putObject("first"));
        ArrayNode worlds = node.putArray("worlds");
        waiting.worlds().forEach(one -> {
            ObjectNode world = worlds.addObject();
            world.put("id", one.world());
            blocks(one.second(), world.putObject("second"));
            world.put("cost", amount(one.cost()));
        });
        node.put("rp", amount(waiting.rp()));
        node.put("ws", amount(waiting.ws()));
        node.put("eev", amount(waiting.eev()));
        node.put("evpi", amount(waiting.evpi()));
        node.put("vss", amount(waiting.vss()));
        node.put("wait", amount(waiting.worth()));
    }

    /// What the limit on who is worse off does; null where there is none.
    private void limit(ObjectNode root) {
        if (answer.worseOff().isEmpty()) {
            root.putNull("worseOffLimit");
            return;
        }
        InvestAnswer.WorseOffLimit limit = answer.worseOff().get();
        ObjectNode node = root.putObject("worseOffLimit");
        node.put("most", amount(limit.most()));
        Json.put(node, "member", limit.member());
        node.put("by", amount(limit.by()));
        node.put("binds", !limit.without().levels().equals(answer.best().levels()));
        node.put("proven", limit.isKnown());
        portfolio(limit.without(), node.putObject("without"));
    }

    private void cvar(InvestPlan.Cvar one, ObjectNode node) {
        node.put("mission", one.mission());
        node.put("beta", one.beta());
        node.put("atMost", amount(one.most()));
    }

    /// The dearest costs that are asked about, now and with the best.
    private void cvar(ArrayNode nodes) {
        for (InvestAnswer.DearestCosts one : answer.cvar()) {
            ObjectNode node = nodes.addObject();
            cvar(one.asked(), node);
            interval(one.beforeLeast(), one.beforeMost(), node.putObject("now"));
            interval(one.bestLeast(), one.bestMost(), node.putObject("then"));
            node.put("met", one.isMet());
        }
    }

    private void interval(Fraction least, Fraction most, ObjectNode node) {
        node.put("from", amount(least));
        node.put("to", amount(most));
        node.put("exact", least.equals(most));
    }

    /// What would be best without each target by itself.
    private void targets(ArrayNode nodes) {
        for (InvestAnswer.Target target : answer.targets()) {
            ObjectNode node = nodes.addObject();
            node.put("kind", target.kind().word());
            node.put("mission", target.mission());
            if (target.kind() == InvestAnswer.Target.Kind.LOSING_ANY) {
                node.put("members", target.least().numerator().intValue());
            } else if (target.kind() == InvestAnswer.Target.Kind.CVAR) {
                node.put("beta", target.beta().orElseThrow());
                node.put("atMost", amount(target.least()));
            } else {
                node.put("chance", chance(target.least()));
            }
            node.put("binds", target.binds());
            node.put("saving", amount(target.saving()));
            portfolio(target.without(), node.putObject("without"));
        }
    }

    private void blocks(List<Integer> levels, ObjectNode node) {
        for (int c = 0; c < levels.size(); c++) {
            if (levels.get(c) > 0) {
                node.put(answer.candidates().get(c).id(), levels.get(c));
            }
        }
    }

    private void need(NeedInCommon need, ObjectNode node) {
        node.put("capability", need.capability());
        node.put("candidate", need.candidate());
        node.put("period", need.period().name().toLowerCase(Locale.ROOT));
        need.missions().forEach(node.putArray("missions")::add);
        need.valued().forEach(node.putArray("valued")::add);
        ArrayNode atLeast = node.putArray("atLeast");
        need.atLeast()
                .forEach((mission, why) ->
                        atLeast.addObject().put("mission", mission).put("why", why));
        ArrayNode notTold = node.putArray("notTold");
        need.notTold()
                .forEach((mission, why) ->
                        notTold.addObject().put("mission", mission).put("why", why));
        ArrayNode steps = node.putArray("steps");
        need.steps().forEach(step -> {
            ObjectNode one = steps.addObject();
            one.put("price", amount(step.price()));
            tail(step.tail(), one.putArray("tail"));
        });
        tail(need.needed(), node.putArray("needed"));
        tail(need.missing(), node.putArray("missing"));
        ArrayNode values = node.putArray("unitValue");
        need.unitValues()
                .forEach(one -> values.addObject()
                        .put("from", one.from())
                        .put("to", one.to())
                        .put("value", amount(one.value())));
        node.put("held", need.held());
    }

    private static void tail(List<NeedInCommon.Tail> tail, ArrayNode node) {
        tail.forEach(one -> node.addObject().put("units", one.units()).put("times", chance(one.times())));
    }

    private static void asked(Aims.Asked asked, ObjectNode node) {
        node.put("mission", asked.mission());
        Json.put(node, "member", asked.member());
        node.put("asked", chance(asked.least()));
    }

    private static BigDecimal chance(Fraction chance) {
        return Json.rounded(chance.doubleValue());
    }

    private String amount(long minor) {
        return Money.decimal(minor, answer.question().alliance().currency());
    }

    private String amount(Fraction minor) {
        return amount(YearlyPrice.rounded(minor));
    }
}
