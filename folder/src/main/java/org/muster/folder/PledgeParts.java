package org.muster.folder;

import java.util.LinkedHashMap;
import java.util.Map;
import org.muster.alliance.Alliance;
import org.muster.alliance.figure.StandIn;
import org.muster.alliance.pledge.Ledger;
import org.muster.alliance.pledge.Pledge;

/// `pledges.yaml` as maps, keys in their normal order; what is empty is left out.
final class PledgeParts {
    private PledgeParts() {}

    static Map<String, Object> document(Alliance alliance) {
        Map<String, Object> out = new LinkedHashMap<>();
        YamlParts.list(
                out,
                "pledges",
                alliance.pledges().stream().map(PledgeParts::pledge).toList());
        YamlParts.list(
                out,
                "stand_ins",
                alliance.standIns().stream().map(PledgeParts::standIn).toList());
        Ledger ledger = alliance.ledger();
        YamlParts.list(
                out, "funds", ledger.funds().stream().map(PledgeParts::account).toList());
        YamlParts.list(
                out,
                "beneficiaries",
                ledger.beneficiaries().stream().map(PledgeParts::account).toList());
        return out;
    }

    private static Map<String, Object> pledge(Pledge pledge) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", pledge.id());
        out.put("title", pledge.title());
        out.put("measure", pledge.measure());
        out.put("comparison", pledge.comparison().word());
        out.put("target", YamlParts.decimal(pledge.target()));
        out.put("unit", pledge.unit());
        out.put("decimals", YamlParts.whole(pledge.decimals()));
        out.put("made", YamlParts.date(pledge.made()));
        out.put("start_year", YamlParts.whole(pledge.startYear()));
        out.put("due_year", YamlParts.whole(pledge.dueYear()));
        pledge.reviewYear().ifPresent(year -> out.put("review_year", YamlParts.whole(year)));
        out.put("path", pledge.path().word());
        pledge.ratio().ifPresent(ratio -> out.put("ratio", ratio(ratio)));
        pledge.addition().ifPresent(addition -> out.put("addition", addition(addition)));
        YamlParts.list(
                out,
                "who",
                pledge.who().stream()
                        .filter(party -> party.since().isEmpty())
                        .map(Pledge.Party::member)
                        .toList());
        YamlParts.list(
                out,
                "joined",
                pledge.who().stream()
                        .filter(party -> party.since().isPresent())
                        .map(PledgeParts::joined)
                        .toList());
        YamlParts.list(
                out,
                "exempt",
                pledge.exemptions().stream().map(PledgeParts::exemption).toList());
        YamlParts.list(
                out,
                "opt_outs",
                pledge.optOuts().stream().map(PledgeParts::optOut).toList());
        YamlParts.provenance(out, "", pledge.provenance());
        return out;
    }

    private static Map<String, Object> ratio(Pledge.Ratio ratio) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("amount", ratio.amount());
        out.put("base", ratio.base());
        out.put("growth", ratio.growth());
        return out;
    }

    private static Map<String, Object> addition(Pledge.Addition addition) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("measure", addition.measure());
        out.put("cap", YamlParts.decimal(addition.cap()));
        out.put("total", YamlParts.decimal(addition.total()));
        return out;
    }

    private static Map<String, Object> joined(Pledge.Party party) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("member", party.member());
        party.since().ifPresent(day -> out.put("since", YamlParts.date(day)));
        return out;
    }

    private static Map<String, Object> exemption(Pledge.Exemption exemption) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("member", exemption.member());
        out.put("reason", exemption.reason());
        return out;
    }

    private static Map<String, Object> optOut(Pledge.OptOut optOut) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("member", optOut.member());
        out.put("since", YamlParts.date(optOut.on()));
        optOut.instead().ifPresent(number -> out.put("instead", YamlParts.decimal(number)));
        out.put("reason", optOut.reason());
        return out;
    }

    private static Map<String, Object> standIn(StandIn standIn) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("vintage", standIn.vintage());
        out.put("measure", standIn.measure());
        out.put("known_from", YamlParts.date(standIn.knownFrom()));
        out.put("up_to", YamlParts.whole(standIn.upTo()));
        YamlParts.provenance(out, "", standIn.provenance());
        return out;
    }

    private static Map<String, Object> account(Ledger.Account account) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", account.id());
        out.put("title", account.title());
        return out;
    }
}
