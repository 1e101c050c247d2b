package org.muster.cli.pledge;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.muster.alliance.Alliance;
import org.muster.folder.Incoming;
import org.muster.folder.LedgerFile;
import org.muster.pledge.ledger.LedgerImport;
import org.muster.terminal.Failure;
import org.muster.terminal.FolderArgument;
import org.muster.terminal.Folders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `muster pledge ledger import FOLDER FILE`: events from a CSV table into the ledger, or what they would change.
@Command(
        name = "import",
        description = "Takes events from a CSV table with the columns of ledger.csv into the ledger.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "",
            "  muster pledge ledger import my-alliance events.csv --dry-run",
            "  muster pledge ledger import my-alliance events.csv",
            "",
            "       muster pledge ledger import [OPTIONS] FOLDER FILE"
        },
        footer = {
            "",
            "An event that the ledger has with other content comes in as its revision: readers see it from the day from",
            "which it is known, and what was known before stays as it was.",
            "",
            "Nothing is written where a row has a mistake, unless --skip-bad is given.",
            "Exit code: 0 done, 2 bad input."
        })
public final class LedgerImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final FolderArgument folder = new FolderArgument();

    @Parameters(index = "1", paramLabel = "FILE", description = "The CSV table.")
    private Path file;

    @Option(names = "--dry-run", description = "Say what would change, and change nothing.")
    private boolean dryRun;

    @Option(names = "--skip-bad", description = "Take the rows without a mistake, and leave out the others.")
    private boolean skipBad;

    @Override
    public Integer call() throws IOException {
        if (dryRun || !Files.isDirectory(folder.path())) {
            return run();
        }
        return Folders.held(folder.path(), this::run);
    }

    private int run() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Alliance alliance = folder.read();
        Incoming incoming = LedgerFile.read(file, alliance);
        incoming.problems().forEach(problem -> err.println(problem.sentence()));
        LedgerImport result = LedgerImport.of(alliance.ledger(), incoming.events());
        boolean refused = !incoming.problems().isEmpty() && !skipBad;
        if (!dryRun && !refused) {
            LedgerFile.write(alliance.withLedger(alliance.ledger().withEvents(result.events())), folder.path());
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(
                Locale.ROOT,
                "create %d, revise %d, unchanged %d, skipped %d",
                result.created().size(),
                result.revised().size(),
                result.unchanged().size(),
                incoming.skipped()));
        if (dryRun || refused) {
            out.println(
                    refused
                            ? "nothing was written: fix the rows, or leave them out with --skip-bad"
                            : "nothing was written: this was a dry run");
        }
        out.flush();
        err.flush();
        return refused ? Failure.BAD_INPUT : 0;
    }
}
