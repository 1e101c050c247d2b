package org.muster.folder;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// The corpus of broken folders: the starter example with one named thing done to it each.
final class BrokenFolders {
    /// Something done to a folder.
    interface Mutation {
        void apply(Path folder) throws IOException;

        default Mutation and(Mutation next) {
            return folder -> {
                apply(folder);
                next.apply(folder);
            };
        }
    }

    static final Map<String, Mutation> ALL = new LinkedHashMap<>();

    private static final String MISSION = "missions/flood-2027.yaml";

    private BrokenFolders() {}

    static {
        BrokenInvest.all().forEach(ALL::put);
        BrokenLab.all().forEach(ALL::put);
        // names that are not known
        ALL.put("unknown-member", replace("offers.csv", "arn-boats,ARN", "arn-boats,ARM"));
        ALL.put("unknown-member-far-off", replace("offers.csv", "arn-boats,ARN", "arn-boats,ZZTOP"));
        ALL.put(
                "unknown-capability",
                replace("offers.csv", "bro-repair,BRO,repair-teams", "bro-repair,BRO,repair-teem"));
        ALL.put("unknown-pool", replace("pool_shares.csv", "pumps,BRO", "pump,BRO"));
        ALL.put("unknown-key", replace("alliance.yaml", "default_key: people-2026", "default_key: people-2025"));
        ALL.put("unknown-key-in-table", append("keys.csv", "peple-2026,DEL,1,illustrative,\n"));
        ALL.put("unknown-mission", replace("offers.csv", ",flood-2027,", ",flod-2027,"));
        ALL.put(
                "unknown-mission-in-policy",
                replace("policies.yaml", "    member: DEL\n", "    member: DEL\n    missions: [drought]\n"));
        ALL.put(
                "unknown-offer-in-caveat",
                replace("policies.yaml", "    limit: {longer", "    offer: cor-repairs\n    limit: {longer"));
        ALL.put(
                "caveat-on-anothers-offer",
                replace("policies.yaml", "    limit: {longer", "    offer: bro-repair\n    limit: {longer"));
        ALL.put(
                "unknown-vintage",
                replace(
                        "figures.csv",
                        "ARN,population,2025,52000,persons,census-2026",
                        "ARN,population,2025,52000,persons,census-2062"));
        ALL.put("unknown-lead", replace(MISSION, "mode: collective", "lead: [ARB]\nmode: collective"));
        ALL.put("unknown-member-in-condition", replace("policies.yaml", "[ARN, BRO]", "[ARN, BRU]"));
        ALL.put(
                "fund-names-unknown-key",
                append(MISSION, "fund: {id: common, title: Common fund, key: forest, categories: [pool-draw]}\n"));
        ALL.put(
                "cost-of-unknown-member",
                append(
                        MISSION,
                        "costs:\n  - {id: post, title: Command post, date: 2027-03-05, category: headquarters, amount: 500.00, incurred_by: ARNE, status: illustrative}\n"));
        // a day that is none says nothing about other days
        ALL.put(
                "days-that-are-none",
                replace(MISSION, "    to: ", "    to: soon #")
                        .and(
                                append(
                                        "offers.csv",
                                        "x-boats,ARN,boats,1,boats,offered,1,0,0,flood-2027,2027-03-01,31.03.2027,illustrative,,illustrative,\n"))
                        .and(append(MISSION, "waiver: {authority: the mayors, date: 2027-01-10, reason: no money}\n"))
                        .and(replace(
                                "policies.yaml",
                                "    form: ",
                                "    valid_from: 2027-01-01\n    valid_to: 2027-02-30\n    form: ")));
        // what would else be passed over, or break later
        ALL.put("pool-without-notice", replace("pools.yaml", "    notice_days: 1\n", ""));
        ALL.put("half-a-character", replace("alliance.yaml", "title: River towns", "title: \"River \\ud800 towns\""));
        ALL.put("half-a-character-in-json", replace("datapackage.json", "\"title\" : \"", "\"title\" : \"\\udc00"));
        ALL.put("ledger-moves-too-much", append("ledger.csv", manyEvents()));
        // units of figures and ledger
        ALL.put(
                "money-in-no-currency",
                replace("figures.csv", "ARN,gni,2025,1560000000,EUR", "ARN,gni,2025,1560,million"));
        ALL.put(
                "mixed-currencies",
                replace("figures.csv", "ARN,gni,2025,1560000000,EUR", "ARN,gni,2025,1560,million USD"));
        ALL.put("income-below-zero", replace("figures.csv", "ARN,gni,2025,1560000000", "ARN,gni,2025,-1560000000"));
        ALL.put("ledger-in-eur", replace("ledger.csv", ",EUR,", ",eur,"));
        ALL.put("ledger-beyond-the-limit", replace("ledger.csv", "fund,50000,EUR", "fund,999999999999999999,EUR"));
        ALL.put("ledger-revisions", BrokenFolders::revisions);
        // what is named nearly alike, twice, or is left empty
        ALL.put("codes-differ-by-case", append("members.csv", "arn,Another,ally\n"));
        ALL.put("empty-policies", write("policies.yaml", "# nothing yet\n"));
        ALL.put("policies-yml", delete("policies.yaml").and(write("policies.yml", "policies: []\n")));
        ALL.put(
                "missions-left-empty",
                replace("policies.yaml", "    member: DEL\n", "    member: DEL\n    missions:\n"));
        ALL.put(
                "unknown-category-in-opt-out",
                sharing("missions:\n  - mission: flood-2027\n    opt_outs:\n"
                        + "      - {member: ARN, categories: [runing], status: illustrative}\n"));
        ALL.put(
                "unknown-category-in-fund",
                append(MISSION, "fund: {id: common, title: Common fund, key: people-2026, categories: [pool-drow]}\n"));
        ALL.put("phase-of-two-centuries", replace(MISSION, "to: 2027-03-", "to: 2227-03-"));
        // keys and shares
        ALL.put("key-does-not-sum", replace("keys.csv", "COR,17", "COR,16.9"));
        ALL.put("key-sums-to-more", replace("keys.csv", "COR,17", "COR,17.0004"));
        ALL.put(
                "key-without-shares",
                replace(
                        "alliance.yaml",
                        "keys:\n",
                        "keys:\n  - {id: forest, title: Forest, valid_from: 2026-01-01, status: illustrative}\n"));
        ALL.put("share-below-zero", replace("keys.csv", "COR,17", "COR,-17"));
        ALL.put("entitlements-do-not-sum", replace("pool_shares.csv", "COR,entitlement,200", "COR,entitlement,1200"));
        ALL.put("mrtt-article-of-2023", BrokenFolders::mrttArticle);
        ALL.put("capacity-below-entitlements", replace("pools.yaml", "    capacity: 1000\n", "    capacity: 900\n"));
        ALL.put("levy-above-hundred", replace("pools.yaml", "levy_percent: 10", "levy_percent: 110"));
        ALL.put(
                "threshold-above-hundred",
                replace(
                        "pools.yaml",
                        "{owners_plus_released: {compensation: 15.00}}",
                        "{weighted_vote: {threshold_percent: 166}}"));
        ALL.put(
                "withholding-without-entitlement",
                replace("pools.yaml", "{compensation: 15.00}", "{withholding: [DEL], compensation: 15.00}"));
        ALL.put(
                "compensation-source-alone",
                replace(
                        "pools.yaml",
                        "    notice_days: 1\n",
                        "    notice_days: 1\n    compensation_source: a letter\n"));
        ALL.put("unknown-access", replace("pools.yaml", "{owners_plus_released: {compensation: 15.00}}", "owner"));
        // missions
        ALL.put("phase-ends-before-it-starts", replace(MISSION, "to: 2027-03-18", "to: 2027-03-01"));
        ALL.put("phases-overlap", replace(MISSION, "to: 2027-03-18", "to: 2027-03-25"));
        ALL.put(
                "phases-out-of-order",
                replace(MISSION, "from: 2027-03-19\n    to: 2027-05-31", "from: 2027-03-02\n    to: 2027-03-04"));
        ALL.put("phase-before-decision", replace(MISSION, "decided_on: 2027-03-01", "decided_on: 2027-03-06"));
        ALL.put("mission-without-phase", replace(MISSION, "phases:", "no_phases:"));
        ALL.put("duplicate-phase", replace(MISSION, "- id: repair", "- id: high-water"));
        ALL.put("duplicate-requirement", replace(MISSION, "- id: pumping", "- id: rescue"));
        ALL.put("file-name-differs-from-id", replace(MISSION, "id: flood-2027", "id: flood-2028"));
        ALL.put(
                "floor-out-of-range",
                replace(MISSION, "floor: {members: 2, share_percent: 50}", "floor: {members: 9, share_percent: 101}"));
        ALL.put("waiver-without-date", append(MISSION, "waiver: {authority: Council, reason: none}\n"));
        ALL.put(
                "pin-of-unknown-phase-line-and-source",
                append(
                        MISSION,
                        "pins:\n  must_join: [AR]\n  must_not: [BRO]\n  assignments:\n    - {phase: high-watr, requirement: rescue, by: arn-boats, units: 2}\n    - {phase: repair, requirement: dike, by: cor-repair, units: 2}\n    - {phase: repair, requirement: dikes, by: cor-repairs, units: -2}\n"));
        ALL.put("pinned-in-and-out", append(MISSION, "pins: {must_join: [ARN, BRO], must_not: [BRO]}\n"));
        ALL.put(
                "pinned-against-its-policy",
                append(MISSION, "pins: {must_join: [COR]}\n")
                        .and(
                                replace(
                                        "policies.yaml",
                                        "caveats:",
                                        "  - {id: cornford-stays, member: COR, condition: stays_out, status: illustrative}\ncaveats:")));
        ALL.put(
                "pinned-against-its-stance",
                append(MISSION, "pins: {must_join: [BRO]}\n")
                        .and(replace("policies.yaml", "position: willing", "position: abstains")));
        ALL.put("quantity-zero", replace(MISSION, "quantity: 8", "quantity: 0"));
        ALL.put("unit-of-line", replace(MISSION, "unit: boats", "unit: ships"));
        ALL.put(
                "fund-without-categories",
                append(MISSION, "fund: {id: common, title: Common fund, key: people-2026}\n"));
        // numbers, dates, words
        ALL.put("quantity-below-zero", replace("offers.csv", "arn-boats,ARN,boats,6", "arn-boats,ARN,boats,-6"));
        ALL.put("quantity-not-whole", replace("offers.csv", "arn-boats,ARN,boats,6", "arn-boats,ARN,boats,6.5"));
        ALL.put(
                "quantity-too-large",
                replace(
                        "offers.csv",
                        "arn-boats,ARN,boats,6",
                        "arn-boats,ARN,boats,60000000000000000000000000000000000000000"));
        ALL.put("unit-of-offer", replace("offers.csv", "arn-boats,ARN,boats,6,boats", "arn-boats,ARN,boats,6,persons"));
        ALL.put("unit-of-charter", replace("market.csv", "4,teams", "4,team"));
        ALL.put("unit-of-pool", replace("pools.yaml", "    unit: pump hours", "    unit: hours"));
        ALL.put(
                "unit-of-a-promise-changes",
                append(
                        "ledger.csv",
                        "arn-fund-3,arn-fund,delivered,ARN,flood-fund,More,10,persons,,,,2027-01-01,2027-01-01,,illustrative,\n"));
        ALL.put("decimal-comma", replace("offers.csv", "800.00", "\"1.234,5\""));
        ALL.put("thousands-separator", replace("offers.csv", "800.00", "\"12,500\""));
        ALL.put("exponent", replace("offers.csv", "800.00", "1e999"));
        ALL.put("not-a-number", replace("figures.csv", "52000", "NaN"));
        ALL.put("too-many-decimals", replace("offers.csv", "800.00", "800.005"));
        ALL.put(
                "decimals-of-a-currency-without",
                replace("alliance.yaml", "currency: EUR", "currency: JPY")
                        .and(replace("pools.yaml", "draw_cost: 60.00", "draw_cost: 60.50")));
        ALL.put("cost-below-zero", replace("pools.yaml", "draw_cost: 60.00", "draw_cost: -60.00"));
        ALL.put("cost-too-large", replace("pools.yaml", "draw_cost: 60.00", "draw_cost: 99999999999999999.00"));
        ALL.put("negative-notice", replace("offers.csv", "committed,1,800.00", "committed,-1,800.00"));
        ALL.put("bad-date", replace("vintages.csv", "2026-03-01", "01.03.2026"));
        ALL.put("day-that-does-not-exist", replace("vintages.csv", "2026-03-01", "2026-02-30"));
        ALL.put("vintage-without-date", replace("vintages.csv", "2026-03-01", ""));
        ALL.put("offer-ends-before-it-starts", replace("offers.csv", "2027-01-01,2027-12-31", "2027-12-31,2027-01-01"));
        ALL.put("pledge-due-before-it-starts", replace("pledges.yaml", "due_year: 2031", "due_year: 2026"));
        ALL.put("pledge-of-nobody", replace("pledges.yaml", "    who: [ARN, BRO]\n", ""));
        ALL.put("pledge-of-unknown-member", replace("pledges.yaml", "[ARN, BRO]", "[ARN, BRU]"));
        ALL.put("pledge-made-twice-by-one", replace("pledges.yaml", "[ARN, BRO]", "[ARN, BRO, ARN]"));
        ALL.put(
                "opt-out-of-one-who-did-not-pledge",
                replace(
                        "pledges.yaml",
                        "[ARN, BRO]",
                        "[ARN, BRO]\n    opt_outs: [{member: DEL, since: 2026-07-01, reason: too much}]"));
        ALL.put(
                "stand-in-of-unknown-release",
                replace(
                        "pledges.yaml",
                        "funds:\n",
                        "stand_ins:\n  - {vintage: census-2062, measure: population, known_from: 2020-01-01, up_to: 2019, status: illustrative}\nfunds:\n"));
        ALL.put("fund-named-as-a-member", replace("pledges.yaml", "{id: flood-fund,", "{id: DEL,"));
        ALL.put(
                "ledger-with-unknown-giver-and-receiver",
                replace("ledger.csv", "fund-out,promised,flood-fund,lower-river", "fund-out,promised,flod-fund,upper"));
        ALL.put("ledger-with-unknown-event", replace("ledger.csv", "arn-fund,delivered", "arn-fund,deliverd"));
        ALL.put("ledger-amount-below-zero", replace("ledger.csv", "20000,EUR", "-20000,EUR"));
        ALL.put(
                "ledger-new-date-without-date",
                append(
                        "ledger.csv",
                        "arn-fund-3,arn-fund,redated,ARN,flood-fund,Later,5,EUR,,,,2027-01-01,2027-01-01,,illustrative,\n"));
        ALL.put("ledger-rate-of-own-currency", replace("ledger.csv", "50000,EUR,,,", "50000,EUR,1.1,2026-06-01,bank"));
        ALL.put("ledger-rate-without-source", replace("ledger.csv", "50000,EUR,,,", "50000,EUR,1.1,2026-06-01,"));
        ALL.put("ledger-gift-to-itself", replace("ledger.csv", "flood-fund,lower-river", "flood-fund,flood-fund"));
        ALL.put("year-out-of-range", replace("figures.csv", "ARN,population,2025", "ARN,population,20225"));
        ALL.put("unknown-month", replace("policies.yaml", "{longer_than_days: 90}", "{during: [Januar, february]}"));
        ALL.put(
                "unknown-status",
                replace(
                        "figures.csv",
                        "census-2026,illustrative,invented for this example\nBRO,population",
                        "census-2026,confirmed,invented for this example\nBRO,population"));
        ALL.put("unknown-stage", replace("offers.csv", "boats,6,boats,committed", "boats,6,boats,comitted"));
        ALL.put("unknown-currency", replace("alliance.yaml", "currency: EUR", "currency: EURO"));
        ALL.put(
                "source-missing",
                replace(
                        "figures.csv",
                        "illustrative,invented for this example\nBRO,population",
                        "published,\nBRO,population"));
        ALL.put(
                "source-missing-in-yaml",
                replace(
                        "policies.yaml",
                        "    status: illustrative\n    source: invented for this example\n# Limits",
                        "    status: published\n# Limits"));
        ALL.put(
                "figure-twice-in-a-vintage",
                append("figures.csv", "ARN,population,2025,52001,persons,census-2026,illustrative,\n"));
        ALL.put("duplicate-member", append("members.csv", "ARN,Arnhaven again,ally\n"));
        ALL.put(
                "duplicate-offer",
                append(
                        "offers.csv",
                        "arn-boats,ARN,boats,1,boats,offered,1,800.00,450.00,,,,illustrative,,illustrative,\n"));
        ALL.put("offer-and-pool-of-one-name", replace("offers.csv", "bro-boats,", "pumps,"));
        ALL.put("id-with-path-characters", replace("offers.csv", "arn-boats,", "../arn,"));
        ALL.put("no-member", write("members.csv", "code,name,kind\n"));
        ALL.put("control-character", replace("alliance.yaml", "title: River towns", "title: \"River\\atowns\""));
        ALL.put("blanks-around", replace("members.csv", "BRO,Brook,ally", "BRO, Brook ,ally"));
        // policies
        ALL.put(
                "circle-of-two",
                policies(
                        "  - {id: a, member: ARN, condition: {beside_all: [BRO]}, status: illustrative}\n  - {id: b, member: BRO, condition: {beside_all: [ARN]}, status: illustrative}\n"));
        ALL.put(
                "circle-of-three",
                policies(
                        "  - {id: a, member: ARN, condition: {beside_all: [BRO, DEL]}, status: illustrative}\n  - {id: b, member: BRO, condition: {beside_any: [COR]}, status: illustrative}\n  - {id: c, member: COR, missions: [flood-2027], condition: {beside_all: [ARN]}, status: illustrative}\n"));
        ALL.put(
                "beside-itself",
                policies("  - {id: a, member: ARN, condition: {beside_all: [ARN]}, status: illustrative}\n"));
        ALL.put(
                "policy-contradicts-itself",
                policies(
                        "  - {id: a, member: ARN, condition: {beside_all: [BRO]}, status: illustrative}\n  - {id: b, member: ARN, condition: {not_beside: [BRO, COR]}, status: illustrative}\n  - {id: c, member: COR, condition: {only_kinds: [rescue]}, status: illustrative}\n  - {id: d, member: COR, condition: {never_kinds: [rescue]}, status: illustrative}\n"));
        ALL.put(
                "duplicate-policy",
                policies(
                        "  - {id: delta-not-alone, member: ARN, condition: day_after_covered, status: illustrative}\n"));
        ALL.put(
                "unknown-condition",
                policies("  - {id: a, member: ARN, condition: {beside_al: [BRO]}, status: illustrative}\n"));
        ALL.put(
                "condition-that-names-nothing",
                policies("  - {id: a, member: ARN, condition: {beside_any: []}, status: illustrative}\n"));
        ALL.put(
                "two-conditions-in-one",
                policies(
                        "  - {id: a, member: ARN, condition: {beside_all: [BRO], stays_out: }, status: illustrative}\n"));
        ALL.put(
                "more-members-than-there-are",
                policies("  - {id: a, member: ARN, condition: {at_least_members: 40}, status: illustrative}\n"));
        ALL.put(
                "two-stances-on-one-mission",
                append(
                        "policies.yaml",
                        "  - {member: BRO, mission: flood-2027, position: objects, status: illustrative}\n"));
        ALL.put(
                "caveat-ends-before-it-starts",
                replace(
                        "policies.yaml",
                        "    form: {needs",
                        "    valid_from: 2027-05-01\n    valid_to: 2027-04-01\n    form: {needs"));
        // YAML and JSON
        ALL.put("unknown-yaml-key", replace(MISSION, "decided_on:", "decided:"));
        ALL.put("duplicate-yaml-key", replace(MISSION, "mode: collective", "mode: collective\nmode: coalition"));
        ALL.put("wrong-yaml-type", replace(MISSION, "title: Spring flood", "title: [Spring, flood]"));
        ALL.put(
                "list-where-a-mapping-belongs",
                replace(MISSION, "floor: {members: 2, share_percent: 50}", "floor: [2, 50]"));
        ALL.put("not-yaml", replace("alliance.yaml", "title: River towns", "title: River: towns"));
        ALL.put("yaml-tab", replace("alliance.yaml", "  - id: people-2026", "\t- id: people-2026"));
        ALL.put("yaml-bomb", write("policies.yaml", bomb()));
        ALL.put(
                "yaml-nested-too-deep",
                write("policies.yaml", "policies: " + "[".repeat(5000) + "]".repeat(5000) + "\n"));
        ALL.put("yaml-tag", write("policies.yaml", "policies: !!javax.script.ScriptEngineManager []\n"));
        ALL.put("two-yaml-documents", append("alliance.yaml", "---\nid: other\n"));
        ALL.put("not-json", replace("datapackage.json", "\"resources\" : [", "\"resources\" : [,"));
        ALL.put(
                "data-package-of-another-schema",
                replace("datapackage.json", "\"name\" : \"code\"", "\"name\" : \"id\"")
                        .and(replace("datapackage.json", "\"path\" : \"keys.csv\"", "\"path\" : \"key.csv\"")));
        ALL.put("data-package-without-a-column-of-the-table", BrokenFolders::newColumn);
        ALL.put("data-package-with-a-column-that-the-table-has-not", BrokenFolders::newField);
        ALL.put("data-package-lists-what-is-not-there", delete("market.csv"));
        // tables
        ALL.put("missing-column", replace("members.csv", "code,name,kind", "code,kind"));
        ALL.put("unknown-column", replace("members.csv", "code,name,kind", "code,nmae,kind,colour"));
        ALL.put("columns-in-another-order", replace("members.csv", "code,name,kind", "name,code,kind"));
        ALL.put("too-many-fields", replace("members.csv", "BRO,Brook,ally", "BRO,Brook,by the river,ally"));
        ALL.put("too-few-fields", replace("members.csv", "BRO,Brook,ally", "BRO,ally"));
        ALL.put("empty-field", replace("members.csv", "BRO,Brook,ally", "BRO,,ally"));
        ALL.put("unclosed-quote", replace("members.csv", "COR,Cornford", "COR,\"Cornford"));
        ALL.put("text-after-quote", replace("members.csv", "COR,Cornford", "COR,\"Corn\"ford"));
        // files
        ALL.put("empty-table", write("members.csv", ""));
        ALL.put("empty-yaml", write("alliance.yaml", ""));
        ALL.put("missing-file", delete("alliance.yaml"));
        ALL.put("missing-table", delete("members.csv"));
        ALL.put(
                "not-utf-8",
                bytes("members.csv", "code,name,kind\nARN,Arnh\u00e4ven,ally\n".getBytes(StandardCharsets.ISO_8859_1)));
        ALL.put("byte-order-mark", bytes("members.csv", "\ufeffcode,name,kind\n".getBytes(StandardCharsets.UTF_8)));
        ALL.put("utf-16", bytes("alliance.yaml", "id: river-towns\n".getBytes(StandardCharsets.UTF_16)));
        ALL.put("nul-byte", replace("members.csv", "BRO,Brook", "BRO,Bro\0ok"));
        ALL.put("one-gigabyte", folder -> {
            try (RandomAccessFile file =
                    new RandomAccessFile(folder.resolve("figures.csv").toFile(), "rw")) {
                file.setLength(1_000_000_000L);
            }
        });
        ALL.put("too-many-rows", folder -> {
            StringBuilder rows = new StringBuilder("code,name,unit\n");
            for (int i = 0; i <= Limits.ROWS; i++) {
                rows.append('c').append(i).append(",n,u\n");
            }
            Files.writeString(folder.resolve("capabilities.csv"), rows);
        });
        ALL.put("text-too-long", replace("members.csv", "Brook", "B".repeat(Limits.TEXT + 1)));
        ALL.put(
                "folder-in-place-of-a-file",
                delete("market.csv").and(folder -> Files.createDirectory(folder.resolve("market.csv"))));
        ALL.put(
                "link-to-itself",
                delete("ledger.csv")
                        .and(folder -> Files.createSymbolicLink(folder.resolve("ledger.csv"), Path.of("ledger.csv"))));
        // sharing
        ALL.put("sharing-benefits-do-not-sum", sharing("""
                        missions:
                          - mission: flood-2027
                            benefits:
                              - {member: ARN, share: 60, status: illustrative}
                              - {member: BRO, share: 39.5, status: illustrative}
                        """));
        ALL.put("sharing-lines-that-are-not-the-missions", sharing("""
                        missions:
                          - mission: flood-2027
                            worth: {amount: -5, status: illustrative}
                            benefits:
                              - {member: ARN, share: 100, status: illustrative}
                            lines:
                              - {line: flood/boat, share: 60, benefits: [{member: ARN, share: 90}], status: illustrative}
                              - {line: flood/none, share: 30, status: illustrative}
                        """));
        ALL.put("sharing-unknown-names", sharing("""
                        missions:
                          - mission: flod-2027
                            opt_outs:
                              - {member: BRU, categories: [running], status: illustrative}
                            agreements:
                              - {id: hq, agreed_on: 2026-02-01, categories: [headquarters], keys: [peple-2026], status: illustrative}
                          - mission: flood-2027
                            benefit:
                              - {member: ARN, share: 100, status: illustrative}
                        """));
        ALL.put("sharing-terms-that-name-nothing", sharing("""
                        missions:
                          - mission: flood-2027
                            opt_outs:
                              - {member: BRO, status: illustrative}
                            credits:
                              - {member: BRO, title: Boat yard, amount: -5, status: illustrative}
                            credit_cap_percent: 101
                            agreements:
                              - {id: hq, agreed_on: soon, categories: [headquarters], status: illustrative}
                        """));
        ALL.put("sharing-rule-by-unknown", sharing("""
                        rules:
                          - id: shapley
                            title: Ours
                            description: The same name as another.
                            steps:
                              - {lines: [headquarters], by: {rule: incom}}
                              - {lines: [running], by: {kee: people-2026}, cap: much}
                              - {by: income}
                            status: illustrative
                          - id: empty
                            title: Without a step
                            description: Nothing.
                            status: illustrative
                        """));
        ALL.put("stranger-among-the-missions", write("missions/notes.txt", "notes"));
        ALL.put("file-in-place-of-a-folder", folder -> {
            remove(folder);
            Files.writeString(folder, "a file");
        });
        ALL.put("no-folder", BrokenFolders::remove);
        ALL.put(
                "several-at-once",
                replace("members.csv", "DEL,Delta Island,partner", "DEL,Delta Island,friend")
                        .and(replace("offers.csv", "arn-boats,ARN,boats,6,boats", "arn-boats,ARN,boat,six,boats"))
                        .and(replace("keys.csv", "COR,17", "COR,18"))
                        .and(replace(MISSION, "to: 2027-03-18", "to: 2027-02-18"))
                        .and(replace("pools.yaml", "period: year", "period: yearly")));
    }

    private static Mutation sharing(String text) {
        return write("sharing.yaml", text);
    }

    private static Mutation policies(String more) {
        return replace("policies.yaml", "# Limits on what", more + "# Limits on what");
    }

    /// A press article of 2023 gives the tanker fleet 8,900 hours and lists Luxembourg at 1,200 (domain, 3.2).
    private static void mrttArticle(Path folder) throws IOException {
        append(
                        "members.csv",
                        "DEU,Germany,ally\nNLD,Netherlands,ally\nBEL,Belgium,ally\nLUX,Luxembourg,ally\nNOR,Norway,ally\nCZE,Czechia,ally\n")
                .and(
                        append(
                                "pools.yaml",
                                "  - {id: mrtt, title: Tankers, capability: pump-hours, unit: pump hours, period: year, capacity: 8900, shares_sum: 8900, access: owners, notice_days: 1, draw_cost: 0, share_status: published, share_source: portalmilitarny.pl 2023, cost_status: illustrative}\n"))
                .apply(folder);
        Object[][] article = {{"DEU", 5500}, {"NLD", 2000}, {"BEL", 1000}, {"LUX", 1200}, {"NOR", 100}, {"CZE", 100}};
        for (Object[] row : article) {
            append(
                            "pool_shares.csv",
                            "mrtt," + row[0] + ",entitlement," + row[1]
                                    + ",pump hours,published,portalmilitarny.pl 2023\n")
                    .apply(folder);
        }
    }

    /// Rows that revise what they may not.
    private static void newColumn(Path folder) throws IOException {
        Path ledger = folder.resolve("ledger.csv");
        Files.writeString(
                ledger,
                Files.readString(ledger)
                        .replaceFirst("source\n", "source,revises\n")
                        .replace("example\n", "example,\n"));
    }

    private static void newField(Path folder) throws IOException {
        Path described = folder.resolve("datapackage.json");
        String text = Files.readString(described);
        int end = text.indexOf("\n        ]", text.indexOf("\"path\" : \"ledger.csv\""));
        Files.writeString(
                described,
                text.substring(0, end) + ",\n{\"name\": \"revises\", \"type\": \"string\"}" + text.substring(end));
    }

    private static void revisions(Path folder) throws IOException {
        newColumn(folder);
        newField(folder);
        String ledger = Files.readString(folder.resolve("ledger.csv"));
        String row = "%s,%s,promised,%s,%s,Title,1,EUR,,,,2026-06-01,%s,,illustrative,invented,%s\n";
        Files.writeString(
                folder.resolve("ledger.csv"),
                ledger
                        + row.formatted("r1", "arn-fund", "ARN", "flood-fund", "2027-01-01", "arn-fund-9")
                        + row.formatted("r2", "arn-fund", "ARN", "flood-fund", "2027-01-01", "arn-fund-1")
                        + row.formatted("r3", "arn-fund", "ARN", "flood-fund", "2027-01-02", "r2")
                        + row.formatted("r4", "fund-out", "flood-fund", "lower-river", "2027-01-02", "arn-fund-2")
                        + row.formatted("r5", "arn-fund", "ARN", "flood-fund", "2026-06-01", "arn-fund-1")
                        + row.formatted("r6", "arn-fund", "ARN", "flood-fund", "2027-01-01", "arn-fund-1"));
    }

    /// Each within the limit of one amount, and together beyond what sums in 64 bits hold.
    private static String manyEvents() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            rows.append("big-" + i + ",big-" + i + ",promised,ARN,flood-fund,Much,9000000000000,USD,1000000,2026-01-01,"
                    + "a bank,2026-01-01,2026-01-01,,illustrative,\n");
        }
        return rows.toString();
    }

    private static String bomb() {
        StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c <= 'i'; c++) {
            String earlier = "*" + (char) (c - 1);
            bomb.append(c).append(": &").append(c).append(" [").append(earlier);
            bomb.append((", " + earlier).repeat(8)).append("]\n");
        }
        return bomb.toString();
    }

    static void remove(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static Mutation replace(String file, String before, String after) {
        return folder -> {
            String text = Files.readString(folder.resolve(file));
            if (!text.contains(before)) {
                throw new UncheckedIOException(new IOException(file + " does not hold " + before));
            }
            int at = text.indexOf(before);
            Files.writeString(
                    folder.resolve(file), text.substring(0, at) + after + text.substring(at + before.length()));
        };
    }

    private static Mutation append(String file, String more) {
        return folder -> Files.writeString(folder.resolve(file), Files.readString(folder.resolve(file)) + more);
    }

    static Mutation write(String file, String text) {
        return folder -> Files.writeString(folder.resolve(file), text);
    }

    private static Mutation bytes(String file, byte[] bytes) {
        return folder -> Files.write(folder.resolve(file), bytes);
    }

    private static Mutation delete(String file) {
        return folder -> Files.delete(folder.resolve(file));
    }
}
