package org.muster.report.invest;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muster.alliance.Member;
import org.muster.games.Fraction;
import org.muster.invest.HowKnown;
import org.muster.invest.InvestAnswer;
import org.muster.invest.Judged;
import org.muster.invest.MemberMoney;
import org.muster.invest.NeedInCommon;
import org.muster.invest.Portfolio;
import org.muster.report.write.Html;

/// What to hold in common as one page that loads nothing: the sentence, missions by members, who pays, the chance over
/// every willingness, what is invented.
public final class InvestPage {
    private static final String CSS = Html.resource(InvestPage.class, "invest.css");
    private static final String SCRIPT = Html.resource(InvestPage.class, "invest.js");

    private final InvestAnswer answer;
    private final InvestWords words;
    private final NeedWords needs;
    private final PayerWords payers;
    private final BesideWords beside;
    private final StringBuilder out = new StringBuilder();

    private InvestPage(InvestAnswer answer) {
        this.answer = answer;
        this.words = new InvestWords(answer);
        this.needs = new NeedWords(answer, words);
        this.payers = new PayerWords(answer, words);
        this.beside = new BesideWords(answer, words);
    }

    /// The page; the same answer gives the same bytes.
    public static String write(InvestAnswer answer) {
        return new InvestPage(answer).page();
    }

    private String page() {
        out.append(
                Html.head("What to hold in common: " + answer.question().plan().title(), CSS));
        out.append("<h1>").append(Html.text(words.headline())).append("</h1>\n");
        paragraph(words.proof());
        if (!words.notInTime().isEmpty()) {
            paragraph(words.notInTime());
        }
        inventedInShort();
        held();
        heading("The chance of each mission without each member");
        paragraph("In percent, now and with what is held in common. Red: it cannot run without that member. Framed: it"
                + " could not, and then can. Members without whom nothing changes are left out.");
        grid(answer.best());
        steps();
        pays();
        correlated();
        words.cvar().forEach(this::paragraph);
        words.binding().ifPresent(this::paragraph);
        words.limit().ifPresent(this::paragraph);
        rules();
        needs();
        List<String> waiting = beside.waiting();
        if (!waiting.isEmpty()) {
            heading("What it is worth to wait");
            waiting.forEach(this::paragraph);
        }
        atOnce();
        slider();
        evaluated();
        invented();
        return out.append("</main><script>")
                .append(SCRIPT)
                .append("</script></body></html>\n")
                .toString();
    }

    private void heading(String title) {
        out.append("<h2>").append(Html.text(title)).append("</h2>\n");
    }

    private void paragraph(String text) {
        out.append("<p>").append(Html.text(text)).append("</p>\n");
    }

    private void table(List<String> header, List<List<String>> rows) {
        out.append("<div class=\"scroll\"><table class=\"amounts\"><thead><tr>");
        header.forEach(cell -> out.append("<th>").append(Html.text(cell)).append("</th>"));
        out.append("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            out.append("<tr>");
            row.forEach(cell -> out.append("<td>").append(Html.text(cell)).append("</td>"));
            out.append("</tr>\n");
        }
        out.append("</tbody></table></div>\n");
    }

    private void held() {
        List<List<String>> rows = new ArrayList<>();
        List<Long> prices = answer.pricesOf(answer.best());
        for (int c = 0; c < answer.candidates().size(); c++) {
            if (answer.best().levels().get(c) > 0) {
                rows.add(List.of(
                        answer.candidates().get(c).title(), words.held(answer.best(), c), words.money(prices.get(c))));
            }
        }
        if (!rows.isEmpty()) {
            heading("What to hold in common");
            rows.add(List.of("Together", "", words.money(answer.priceOf(answer.best()))));
            table(List.of("What", "How much", "A year"), rows);
        }
    }

    /// A cell is red where the mission cannot run without the member, and framed where it now could not and then can.
    private void grid(Portfolio portfolio) {
        List<Judged> judged = portfolio.missions().stream()
                .filter(one -> one.method() != HowKnown.UNKNOWN)
                .toList();
        List<String> members = answer.question().alliance().members().stream()
                .map(Member::code)
                .filter(code -> judged.stream().anyMatch(one -> matters(one, code)))
                .toList();
        out.append("<div class=\"scroll\"><table class=\"grid\"><thead><tr><th>Mission</th><th>With all</th>");
        members.forEach(code -> out.append("<th title=\"")
                .append(Html.text(words.member(code)))
                .append("\">")
                .append(Html.text(code))
                .append("</th>"));
        out.append("</tr></thead><tbody>\n");
        for (Judged then : judged) {
            Judged now = words.before(then);
            out.append("<tr><th title=\"").append(Html.text(words.mission(then.mission())));
            out.append("\">").append(Html.text(then.mission())).append("</th>");
            cell(now.chance(), then.chance());
            members.forEach(code -> cell(now.without(code), then.without(code)));
            out.append("</tr>\n");
        }
        out.append("</tbody></table></div>\n");
    }

    /// What is best at every price: a row for each step, and the grid of each one click away.
    private void steps() {
        if (answer.frontier().isEmpty()) {
            return;
        }
        heading("What is best at every price");
        table(beside.frontierHeader(), beside.frontier());
        paragraph(BesideWords.FRONTIER_MEANS);
        out.append(
                        "<p id=\"walk\" hidden><label>Step along it <input type=\"range\" id=\"step\" min=\"1\" value=\"1\" max=\"")
                .append(answer.frontier().size())
                .append("\"></label></p>\n");
        for (Portfolio point : answer.frontier()) {
            out.append("<details class=\"step\"><summary>")
                    .append(Html.text("For " + words.money(answer.priceOf(point)) + " a year: "
                            + InvestWords.number(point.failuresPerYear()) + " fail a year"))
                    .append("</summary>\n");
            grid(point);
            out.append("</details>\n");
        }
    }

    private boolean matters(Judged then, String code) {
        Judged now = words.before(then);
        return !then.without(code).equals(then.chance()) || !now.without(code).equals(now.chance());
    }

    private void cell(Fraction now, Fraction then) {
        String kind = then.isZero() ? "cannot" : now.isZero() ? "freed" : "can";
        out.append("<td class=\"").append(kind).append("\">").append(InvestWords.percent(now));
        out.append(" → ").append(InvestWords.percent(then)).append("</td>");
    }

    /// Where the cost of some mission is known, before and after beside what is paid, those worst off first.
    private void pays() {
        Optional<List<MemberMoney>> members = answer.members().map(MemberMoney.All::members);
        if (members.isPresent() && !members.get().isEmpty()) {
            heading("Who pays by the agreed keys, and who is worse off");
            List<List<String>> rows = new ArrayList<>();
            members.get().stream()
                    .sorted(Comparator.comparingLong(MemberMoney::net).reversed())
                    .forEach(one -> rows.add(List.of(
                            words.member(one.code()),
                            words.grouped(one.before()),
                            words.grouped(one.after()),
                            words.grouped(one.pays()),
                            words.grouped(one.net()))));
            table(List.of("Member", "Before", "After", "Price", "Worse off by"), rows);
            paragraph("A year on average, in " + answer.question().alliance().currency()
                    + ". Before and after: its own offers, and by the alliance's own key its share of what is drawn or hired"
                    + " in common, for missions whose cost is known. Missing units cost nobody anything; they count "
                    + words.missing() + ".");
            words.costs().forEach(this::paragraph);
            return;
        }
        answer.paysByKey().filter(pays -> !pays.isEmpty()).ifPresent(pays -> {
            heading("Who pays the price by the agreed keys");
            long most = pays.values().stream().mapToLong(Long::longValue).max().orElse(1);
            out.append("<div class=\"bars\">\n");
            for (Map.Entry<String, Long> one : pays.entrySet()) {
                out.append("<div><span>").append(Html.text(words.member(one.getKey())));
                out.append("</span><progress max=\"").append(Math.max(1, most)).append("\" value=\"");
                out.append(one.getValue()).append("\"></progress><span class=\"number\">");
                out.append(Html.text(words.grouped(one.getValue()))).append("</span></div>\n");
            }
            out.append("</div>\n");
        });
    }

    private void atOnce() {
        List<List<String>> rows = beside.atOnce();
        if (!rows.isEmpty()) {
            heading("Missions whose days meet, both at once");
            table(BesideWords.AT_ONCE, rows);
        }
        beside.atOnceMeans().forEach(this::paragraph);
    }

    /// What a mission costs by what members' decisions have in common.
    private void correlated() {
        List<List<String>> rows = beside.correlated();
        if (!rows.isEmpty()) {
            heading("What a mission costs by what members' decisions have in common");
            table(BesideWords.CORRELATED, rows);
            paragraph(answer.question().alliance().currency() + " when it comes, with the best. "
                    + BesideWords.CORRELATED_MEANS);
        }
    }

    /// Alone against together, by several rules.
    private void rules() {
        payers.whyNone().ifPresent(this::paragraph);
        answer.payers().ifPresent(told -> {
            heading("Who pays the price, by several rules");
            List<String> header = new ArrayList<>(List.of("Member", "Spared", "Gain alone"));
            told.rules().forEach(rule -> header.add(rule.title()));
            header.add("Without it the others");
            List<List<String>> rows = new ArrayList<>();
            for (int i = 0; i < told.members().size(); i++) {
                String member = told.members().get(i);
                List<String> row = new ArrayList<>(List.of(
                        words.member(member),
                        words.grouped(told.spared().get(i)),
                        words.grouped(told.alone().get(i))));
                told.rules()
                        .forEach(rule -> row.add(words.grouped(rule.amounts().getOrDefault(member, 0L))));
                row.add(PayerWords.survives(told.survival().get(member)).replace("they ", ""));
                rows.add(row);
            }
            table(header, rows);
            payers.rules(told).forEach(this::paragraph);
        });
    }

    /// Where it is read, not only at the foot.
    private void inventedInShort() {
        List<String> invented = words.invented();
        if (!invented.isEmpty()) {
            out.append("<p class=\"invented\">")
                    .append(Html.text("Invented, not published: " + InvestWords.counted(invented)
                            + ". Nothing here is a forecast; the list is at the foot."))
                    .append("</p>\n");
        }
    }

    /// Chances of willingness in the table, in percent.
    private static final List<Integer> WILLING = List.of(50, 60, 70, 80, 90, 95, 100);

    /// Exact for any willingness that is the same for all: the counts by size say everything. A plain table; the script
    /// adds a slider with every whole percentage.
    private void slider() {
        heading("If all were willing with the same chance");
        paragraph("The chance that the mission can run, in percent, now and with what is held in common, where every"
                + " member is willing with the chance above the column.");
        out.append("<p id=\"slider\" hidden><label>Chance that a member is willing: <input id=\"q\" type=\"range\""
                + " min=\"0\" max=\"100\" value=\"80\"> <output id=\"at\">80</output> percent</label></p>\n"
                + "<div class=\"scroll\"><table id=\"curve\"><thead><tr><th>Mission</th>");
        WILLING.forEach(percent -> out.append("<th>").append(percent).append("</th>"));
        out.append("</tr></thead><tbody>\n");
        for (Judged then : answer.best().missions()) {
            if (!then.bySize().isEmpty()) {
                Judged now = words.before(then);
                out.append("<tr data-now=\"").append(counts(now.bySize()));
                out.append("\" data-then=\"").append(counts(then.bySize())).append("\"><td>");
                out.append(Html.text(then.mission())).append("</td>");
                for (int percent : WILLING) {
                    Fraction q = Fraction.of(percent, 100);
                    out.append("<td>").append(InvestWords.percent(bySize(now.bySize(), q)));
                    out.append(" → ")
                            .append(InvestWords.percent(bySize(then.bySize(), q)))
                            .append("</td>");
                }
                out.append("</tr>\n");
            }
        }
        out.append("</tbody></table></div>\n");
    }

    /// The chance where all are willing with the chance `q`.
    private static Fraction bySize(List<BigInteger> counts, Fraction q) {
        int players = counts.size() - 1;
        BigInteger in = q.numerator();
        BigInteger out = q.denominator().subtract(in);
        BigInteger sum = BigInteger.ZERO;
        for (int k = 0; k <= players; k++) {
            sum = sum.add(counts.get(k).multiply(in.pow(k)).multiply(out.pow(players - k)));
        }
        return new Fraction(sum, q.denominator().pow(players));
    }

    /// For each capability the curve, what each unit is worth, and what cannot be told.
    private void needs() {
        if (answer.needs().isEmpty()) {
            return;
        }
        heading("How often how much is needed, and what a unit in common is worth");
        for (NeedInCommon need : answer.needs()) {
            out.append("<h3>").append(Html.text(needs.title(need))).append("</h3>\n");
            if (!need.needed().isEmpty()) {
                out.append(NeedChart.svg(need, words.unit(need.capability())));
                paragraph(needs.curve(need));
                out.append("<details><summary>In numbers</summary>\n");
                table(NeedWords.NEEDED, needs.needed(need));
                out.append("</details>\n");
            }
            List<List<String>> values = needs.unitValues(need);
            if (!values.isEmpty()) {
                table(NeedWords.UNIT_VALUES, values);
            }
            needs.need(need).forEach(this::paragraph);
        }
    }

    private static String counts(List<BigInteger> counts) {
        return counts.stream().map(BigInteger::toString).collect(Collectors.joining(" "));
    }

    private void evaluated() {
        answer.evaluated().ifPresent(evaluated -> {
            heading(evaluated.bought().title());
            table(InvestWords.PURCHASES, words.purchases(evaluated));
            table(InvestWords.COMPARED, words.compared(evaluated));
            words.evaluated(evaluated).forEach(this::paragraph);
        });
    }

    private void invented() {
        List<String> invented = words.invented();
        if (!invented.isEmpty()) {
            heading("Invented");
            paragraph("Illustrative, not published: " + String.join(", ", invented) + ".");
        }
        answer.question().alliance().attributions().forEach(this::paragraph);
    }
}
