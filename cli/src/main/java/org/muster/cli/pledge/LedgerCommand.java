package org.muster.cli.pledge;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.pledge.Ledger;
import org.muster.alliance.pledge.LedgerEvent;
import org.muster.folder.Incoming;
import org.muster.folder.KielTable;
import org.muster.input.Counted;
import org.muster.input.Problem;
import org.muster.input.Refusal;
import org.muster.pledge.ledger.LedgerImport;
import org.muster.pledge.ledger.LedgerView;
import org.muster.report.pledge.LedgerReport;
import org.muster.terminal.KnownAtFlag;
import org.muster.terminal.PrintFlags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `muster pledge ledger FOLDER`: where every promised contribution stands, each euro counted once.
@Command(
        name = "ledger",
        description = "Shows where promised contributions stand: promised, allocated, delivered, lapsed, open.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommands = {LedgerImportCommand.class},
        customSynopsis = {
            "",
            "  muster pledge ledger examples/wales-2014",
            "  muster pledge ledger examples/wales-2014 --as-of 2016-01-01 --known-at 2015-12-31",
            "  muster pledge ledger examples/wales-2014 --promise ua-c4-deu",
            "  muster pledge ledger import my-alliance events.csv --dry-run",
            "",
            "       muster pledge ledger [OPTIONS] FOLDER",
            "       muster pledge ledger import [OPTIONS] FOLDER FILE"
        },
        footer = {"", "Exit code: 0 done, 2 bad input."})
public final class LedgerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "The folder that holds alliance.yaml.")
    private @Nullable Path folder;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day for which the stages hold (default: the latest event).")
    private @Nullable LocalDate asOf;

    @Mixin
    private final KnownAtFlag knownAt = new KnownAtFlag();

    @Option(names = "--promise", paramLabel = "ID", description = "One promise only, event by event.")
    private @Nullable String promise;

    @Option(
            names = "--kiel",
            paramLabel = "FILE",
            description = "Also look at this table of support by donor (commitments and allocations, not stored).")
    private @Nullable Path kiel;

    @Option(
            names = "--kiel-date",
            paramLabel = "DATE",
            defaultValue = "2026-06-01",
            description = "The day of that table's release (default: ${DEFAULT-VALUE}).")
    private LocalDate kielDate;

    @Mixin
    private final PrintFlags printing = new PrintFlags();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Alliance alliance = withKiel(PledgeFlags.folder(folder), err);
        List<LedgerEvent> events = alliance.ledger().events();
        if (events.isEmpty()) {
            throw new Refusal(alliance.id() + " has no ledger: write one in ledger.csv");
        }
        LocalDate day = asOf != null ? asOf : latest(events, LedgerEvent::date);
        LocalDate known = knownAt.day().orElseGet(() -> latest(events, LedgerEvent::knownFrom));
        LedgerView view = LedgerView.of(alliance.ledger(), alliance.currency(), day, known);
        if (promise != null
                && view.promises().stream().noneMatch(p -> p.promise().equals(promise))) {
            throw new Refusal("promise \"%s\" is not known on %s".formatted(promise, known));
        }
        LedgerReport report = new LedgerReport(alliance, view, Optional.ofNullable(promise));
        printing.print(report::json, report::text);
        return 0;
    }

    private static LocalDate latest(List<LedgerEvent> events, java.util.function.Function<LedgerEvent, LocalDate> day) {
        return events.stream().map(day).max(Comparator.naturalOrder()).orElseThrow();
    }

    private Alliance withKiel(Alliance alliance, PrintWriter err) {
        if (kiel == null) {
            return alliance;
        }
        List<Ledger.Account> beneficiaries = alliance.ledger().beneficiaries();
        if (beneficiaries.isEmpty()) {
            throw new Refusal(alliance.id() + " has no beneficiary: write one in pledges.yaml");
        }
        Incoming incoming =
                KielTable.read(kiel, alliance, beneficiaries.getFirst().id(), kielDate);
        if (!incoming.problems().isEmpty()) {
            throw new Refusal(
                    incoming.problems().stream().map(Problem::sentence).toList(),
                    "nothing was done: fix the table of --kiel first");
        }
        err.println("muster: %s from %s; %s left out."
                .formatted(
                        Counted.of(incoming.events().size(), "events"),
                        kiel.getFileName(),
                        Counted.of(
                                incoming.skipped(), "donor that is no member is", "donors that are no members are")));
        err.flush();
        return alliance.withLedger(alliance.ledger()
                .withEvents(
                        LedgerImport.of(alliance.ledger(), incoming.events()).events()));
    }
}
