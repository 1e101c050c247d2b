package org.muster.cli.pledge;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muster.answer.Named;
import org.muster.input.Refusal;
import org.muster.pledge.standing.Revisions;
import org.muster.report.pledge.HistoryReport;
import org.muster.terminal.FolderArgument;
import org.muster.terminal.PrintFlags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
    @Mixin
    private final FolderArgument folder = new FolderArgument();

    @Parameters(index = "1", paramLabel = "MEMBER", description = "The member's code.")
    private String member;

    @Mixin
    private final PledgeFlags flags = new PledgeFlags();

    @Mixin
    private final PrintFlags printing = new PrintFlags();

    @Option(names = "--year", paramLabel = "YEAR", description = "One year only.")
    private @Nullable Integer year;

    @Override
    public Integer call() {
        PledgeFlags.Asked asked = flags.ask(folder.read());
        if (asked.alliance().member(member).isEmpty()) {
            throw new Refusal(Named.noMember(asked.alliance(), member));
        }
        List<Revisions.Cell> cells = Revisions.of(asked.pledge(), member, asked.knowledge()).stream()
                .filter(cell -> year == null || cell.year() == year)
                .toList();
        HistoryReport report = new HistoryReport(asked.alliance(), asked.pledge(), asked.knowledge(), member, cells);
        printing.print(report::json, report::text);
        return 0;
    }
}
