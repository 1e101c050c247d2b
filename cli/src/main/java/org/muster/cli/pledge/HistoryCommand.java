package org.muster.cli.pledge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muster.cli.Folders;
import org.muster.cli.PrintFlags;
import org.muster.cli.report.Screen;
import org.muster.pledge.standing.Revisions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `muster pledge history FOLDER MEMBER`: how one year's figure changed from release to release.
@Command(
        name = "history",
        description = "Shows how a member's figures, and the counts of all, changed from release to release.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "",
            "  muster pledge history examples/wales-2014 POL",
            "  muster pledge history examples/wales-2014 POL --year 2023",
            "",
            "       muster pledge history [OPTIONS] FOLDER MEMBER"
        },
        footer = {"", "Exit code: 0 done, 2 bad input."})
public final class HistoryCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The folder that holds alliance.yaml.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Path folder;

    @Parameters(index = "1", paramLabel = "MEMBER", description = "The member's code.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private String member;

    @Mixin
    private final PledgeFlags flags = new PledgeFlags();

    @Mixin
    private final PrintFlags printing = new PrintFlags();

    @Option(names = "--year", paramLabel = "YEAR", description = "One year only.")
    private @Nullable Integer year;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Optional<PledgeFlags.Asked> asked = flags.ask(folder, err);
        if (asked.isEmpty()) {
            return Folders.BAD_INPUT;
        }
        if (asked.get().alliance().member(member).isEmpty()) {
            return Folders.refused(
                    err,
                    "member \"%s\" is not known in %s. Known: %s"
                            .formatted(
                                    member,
                                    asked.get().alliance().id(),
                                    String.join(", ", asked.get().alliance().memberCodes())));
        }
        List<Revisions.Cell> cells = Revisions.of(
                        asked.get().pledge(), member, asked.get().knowledge())
                .stream()
                .filter(cell -> year == null || cell.year() == year)
                .toList();
        printing.print(
                spec.commandLine().getOut(),
                () -> json(asked.get(), cells),
                screen -> text(asked.get(), cells, screen));
        return 0;
    }

    private static List<Revisions.Count> counts(PledgeFlags.Asked asked, int ofYear) {
        return Revisions.counts(asked.pledge(), ofYear, asked.knowledge());
    }

    private String text(PledgeFlags.Asked asked, List<Revisions.Cell> cells, Screen screen) {
        StringBuilder out = new StringBuilder("%s of %s, release by release, as known on %s\n"
                .formatted(
                        asked.pledge().measure(),
                        asked.alliance().member(member).orElseThrow().name(),
                        asked.knowledge().day()));
        if (cells.isEmpty()) {
            return out.append("no figure was known\n").toString();
        }
        List<List<String>> rows = new ArrayList<>();
        for (Revisions.Cell cell : cells) {
            for (Revisions.Version version : cell.versions()) {
                boolean first = version.equals(cell.versions().getFirst());
                rows.add(List.of(
                        first ? String.valueOf(cell.year()) : "",
                        version.vintage().id(),
                        version.figure().provenance().status().word(),
                        version.figure().value().toPlainString(),
                        version.met() ? "yes" : "no",
                        first && cell.verdictChanged() ? "changed" : ""));
            }
        }
        out.append(screen.table(List.of("Year", "Release", "Status", "Value", "Met", "Verdict"), 3, rows));
        out.append("\nMembers that met the pledge, by release\n");
        List<List<String>> all = new ArrayList<>();
        for (Revisions.Cell cell : cells) {
            for (Revisions.Count count : counts(asked, cell.year())) {
                all.add(List.of(
                        String.valueOf(cell.year()),
                        count.vintage().id(),
                        String.valueOf(count.met()),
                        String.valueOf(count.known())));
            }
        }
        out.append(screen.table(List.of("Year", "Release", "Met", "Of"), 2, all));
        return out.toString();
    }

    private String json(PledgeFlags.Asked asked, List<Revisions.Cell> cells) {
        ObjectNode root = Json.object();
        root.put("pledge", asked.pledge().id());
        root.put("member", member);
        root.put("knownAt", asked.knowledge().day().toString());
        ArrayNode years = root.putArray("years");
        for (Revisions.Cell cell : cells) {
            ObjectNode node = years.addObject();
            node.put("year", cell.year());
            node.put("verdictChanged", cell.verdictChanged());
            ArrayNode versions = node.putArray("versions");
            for (Revisions.Version version : cell.versions()) {
                versions.addObject()
                        .put("vintage", version.vintage().id())
                        .put("knownFrom", version.vintage().knownFrom().toString())
                        .put("value", version.figure().value())
                        .put("status", version.figure().provenance().status().word())
                        .put("met", version.met());
            }
            ArrayNode counts = node.putArray("counts");
            for (Revisions.Count count : counts(asked, cell.year())) {
                counts.addObject()
                        .put("vintage", count.vintage().id())
                        .put("met", count.met())
                        .put("known", count.known());
            }
        }
        return Json.text(root);
    }
}
