package org.muster.cli.pledge;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muster.cli.Folders;
import org.muster.cli.PrintFlags;
import org.muster.pledge.standing.Revisions;
import org.muster.report.pledge.HistoryReport;
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
        HistoryReport report = new HistoryReport(
                asked.get().alliance(), asked.get().pledge(), asked.get().knowledge(), member, cells);
        printing.print(spec.commandLine().getOut(), report::json, report::text);
        return 0;
    }
}
