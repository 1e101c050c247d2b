package org.muster.folder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.muster.alliance.offer.Caveat;
import org.muster.alliance.offer.Limit;
import org.muster.alliance.policy.Condition;
import org.muster.alliance.policy.Policy;
import org.muster.alliance.policy.Stance;
import org.muster.alliance.source.Provenance;
import org.muster.input.Place;

/// `policies.yaml`: standing conditions, caveats and stances.
final class PoliciesFile {
    /// A policy with the place of its condition.
    record Located(Policy policy, Place place) {}

    private final Known known;
    private final Values values;
    private final Map<String, String> memberOfOffer = new HashMap<>();

    final List<Located> policies = new ArrayList<>();
    final List<Caveat> caveats = new ArrayList<>();
    final List<Stance> stances = new ArrayList<>();

    PoliciesFile(Documents documents, Known known, Values values) {
        this.known = known;
        this.values = values;
        for (Row row : documents.table(TableSchema.OFFERS).rows()) {
            memberOfOffer.putIfAbsent(row.cell("id").text(), row.cell("member").text());
        }
        documents
                .policies()
                .flatMap(tree -> Block.of("the file", tree, values.findings(), "policies", "caveats", "stances"))
                .ifPresent(this::read);
    }

    private void read(Block file) {
        Register policyIds = new Register("policy", true);
        for (Block block :
                file.blocks("policies", "the policy", "id", "member", "missions", "condition", "status", "source")) {
            policyIds.define(block.required("id", "p1"), values.findings());
            policy(block);
        }
        Register caveatIds = new Register("caveat", true);
        for (Block block : file.blocks(
                "caveats",
                "the caveat",
                "id",
                "member",
                "offer",
                "limit",
                "form",
                "valid_from",
                "valid_to",
                "declared",
                "status",
                "source")) {
            caveatIds.define(block.required("id", "c1"), values.findings());
            caveat(block);
        }
        Map<List<String>, Place> first = new HashMap<>();
        for (Block block : file.blocks("stances", "the stance", "member", "mission", "position", "status", "source")) {
            stance(block, first);
        }
    }

    private void policy(Block block) {
        String id = values.id(block.required("id", "p1"));
        String member = values.reference(block.required("member", "BEL"), known.members);
        Set<String> missions = block.list("missions").stream()
                .map(mission -> values.reference(mission, known.missions))
                .collect(Collectors.toSet());
        Optional<Block.Choice> choice = block.choice("condition", "{beside_all: [A, B]}");
        Provenance provenance = provenance(block);
        choice.flatMap(c -> condition(c, member))
                .ifPresent(condition -> policies.add(new Located(
                        new Policy(id, member, missions, condition, provenance), block.placeOf("condition"))));
    }

    private static final List<String> CONDITIONS = List.of(
            "needs_mandate",
            "beside_all",
            "beside_any",
            "not_beside",
            "day_after_covered",
            "never_kinds",
            "only_kinds",
            "at_least_members",
            "stays_out");

    private Optional<Condition> condition(Block.Choice choice, String member) {
        Scalar word = choice.word();
        return switch (word.text()) {
            case "needs_mandate" -> names(choice, known.mandates).map(Condition.NeedsMandate::new);
            case "beside_all" -> members(choice, member).map(Condition.BesideAll::new);
            case "beside_any" -> members(choice, member).map(Condition.BesideAny::new);
            case "not_beside" -> members(choice, member).map(Condition.NotBeside::new);
            case "never_kinds" -> names(choice, known.kinds).map(Condition.NeverKinds::new);
            case "only_kinds" -> names(choice, known.kinds).map(Condition.OnlyKinds::new);
            case "at_least_members" ->
                Optional.of(new Condition.AtLeastMembers(
                        (int) values.whole(choice.single("5"), 1, Math.max(1, known.members.most()))));
            case "day_after_covered" -> {
                choice.refuseDetails();
                yield Optional.of(new Condition.DayAfterCovered());
            }
            case "stays_out" -> {
                choice.refuseDetails();
                yield Optional.of(new Condition.StaysOut());
            }
            default -> {
                reportWord(word, CONDITIONS);
                yield Optional.empty();
            }
        };
    }

    private void reportWord(Scalar word, List<String> words) {
        values.choice(word, words.stream().collect(Collectors.toMap(w -> w, w -> w)), "");
    }

    private Optional<Set<String>> names(Block.Choice choice, Register used) {
        choice.list().forEach(name -> used.warn(name, values.findings()));
        Set<String> names = choice.list().stream().map(values::text).collect(Collectors.toCollection(TreeSet::new));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    private Optional<Set<String>> members(Block.Choice choice, String self) {
        Set<String> names = new TreeSet<>();
        for (Scalar name : choice.list()) {
            known.members.check(name, values.findings());
            if (name.text().equals(self)) {
                values.report(
                        name,
                        "%s names %s itself".formatted(choice.word().text(), self),
                        "A policy is about others: remove %s from its own list.".formatted(self));
                continue;
            }
            names.add(name.text());
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    private void caveat(Block block) {
        String id = values.id(block.required("id", "c1"));
        String member = values.reference(block.required("member", "BEL"), known.members);
        Optional<Scalar> offer = block.optional("offer");
        offer.ifPresent(named -> {
            if (known.offers.check(named, values.findings())
                    && !memberOfOffer.getOrDefault(named.text(), member).equals(member)) {
                values.report(
                        named,
                        "offer \"%s\" is one of %s, not of %s"
                                .formatted(named.text(), memberOfOffer.get(named.text()), member),
                        "A caveat limits what its own member offers.");
            }
        });
        Optional<Limit> limit = block.choice("limit", "{at: [PLACE]}").flatMap(this::limit);
        Optional<Caveat.Form> form = block.choice("form", "prohibits").flatMap(this::form);
        Optional<Scalar> first = block.optional("valid_from");
        Optional<Scalar> last = block.optional("valid_to");
        var from = first.map(values::date);
        var to = last.map(values::date);
        if (first.filter(Values::isDay).isPresent()
                && last.filter(Values::isDay).isPresent()
                && from.isPresent()
                && to.isPresent()
                && to.get().isBefore(from.get())) {
            values.findings()
                    .add(
                            block.placeOf("valid_to"),
                            "the caveat ends on %s, before it starts on %s".formatted(to.get(), from.get()),
                            "Write a last day on or after the first.");
        }
        boolean declared = block.optional("declared").map(values::truth).orElse(true);
        Provenance provenance = provenance(block);
        if (limit.isPresent() && form.isPresent()) {
            caveats.add(new Caveat(
                    id, member, offer.map(Scalar::text), limit.get(), form.get(), from, to, declared, provenance));
        }
    }

    private static final List<String> LIMITS =
            List.of("always", "at", "outside_of", "of_kind", "not_of_kind", "during", "beside", "longer_than_days");

    private Optional<Limit> limit(Block.Choice choice) {
        Scalar word = choice.word();
        return switch (word.text()) {
            case "always" -> {
                choice.refuseDetails();
                yield Optional.of(new Limit.Always());
            }
            case "at" -> names(choice, known.places).map(Limit.At::new);
            case "outside_of" -> names(choice, known.places).map(Limit.OutsideOf::new);
            case "of_kind" -> names(choice, known.kinds).map(Limit.OfKind::new);
            case "not_of_kind" -> names(choice, known.kinds).map(Limit.NotOfKind::new);
            case "beside" -> members(choice, "").map(Limit.Beside::new);
            case "during" -> {
                var months = choice.list().stream().map(values::month).collect(Collectors.toSet());
                yield months.isEmpty() ? Optional.empty() : Optional.of(new Limit.During(months));
            }
            case "longer_than_days" -> Optional.of(new Limit.LongerThan(values.days(choice.single("90"))));
            default -> {
                reportWord(word, LIMITS);
                yield Optional.empty();
            }
        };
    }

    private Optional<Caveat.Form> form(Block.Choice choice) {
        return switch (choice.word().text()) {
            case "prohibits" -> {
                choice.refuseDetails();
                yield Optional.of(new Caveat.Form.Prohibits());
            }
            case "needs_approval" ->
                choice.block("authority", "days")
                        .map(details -> new Caveat.Form.NeedsApproval(
                                values.text(details.required("authority", "Parliament")),
                                values.days(details.required("days", "30"))));
            default -> {
                reportWord(choice.word(), List.of("prohibits", "needs_approval"));
                yield Optional.empty();
            }
        };
    }

    private void stance(Block block, Map<List<String>, Place> first) {
        Scalar member = block.required("member", "BEL");
        Scalar mission = block.required("mission", "relief-2014");
        values.reference(member, known.members);
        values.reference(mission, known.missions);
        Place earlier = first.putIfAbsent(List.of(member.text(), mission.text()), block.place());
        if (earlier != null && member.present() && mission.present()) {
            values.findings()
                    .add(
                            block.place(),
                            "a stance of %s on %s stands here a second time, first at %s"
                                    .formatted(member.text(), mission.text(), earlier.fileAndLine()),
                            "Keep one of the two.");
        }
        stances.add(new Stance(
                member.text(),
                mission.text(),
                values.choice(block.required("position", "willing"), Stance.Position.class),
                provenance(block)));
    }

    private Provenance provenance(Block block) {
        return values.provenance(block.required("status", "published"), AllianceFile.source(block, "source"));
    }
}
