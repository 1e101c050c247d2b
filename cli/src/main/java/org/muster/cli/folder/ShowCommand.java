package org.muster.cli.folder;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.offer.Capability;
import org.muster.answer.Named;
import org.muster.cli.Folders;
import org.muster.cli.PrintFlags;
import org.muster.input.Shown;
import org.muster.report.folder.Listing;
import org.muster.report.folder.Listings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `muster show FOLDER [WHAT]`: what a folder holds.
@Command(
        name = "show",
        description = "Lists what a folder holds: missions, members, offers, pools, pledges.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "",
            "  muster show examples/wales-2014",
            "  muster show examples/wales-2014 missions",
            "  muster show examples/wales-2014 offers --capability fighters",
            "",
            "       muster show [OPTIONS] FOLDER [missions|members|offers|pools|pledges]"
        },
        footer = {"", "Exit code: 0 done, 2 bad input.", "JSON: docs/schema/show.schema.json."})
public final class ShowCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The folder that holds alliance.yaml.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Path folder;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "WHAT",
            completionCandidates = Kinds.class,
            description = "One of missions, members, offers, pools, pledges; without it, how many there are of each.")
    private @Nullable String what;

    @Option(
            names = "--capability",
            paramLabel = "CAPABILITY",
            description = "Only what asks for this capability or brings it, by its code.")
    private @Nullable String capability;

    @Mixin
    private final PrintFlags printing = new PrintFlags();

    /// The words that completion offers.
    static final class Kinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Listings.KINDS.iterator();
        }
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (what != null && !Listings.KINDS.contains(what)) {
            return Folders.refused(
                    err, "there are no \"" + Shown.plain(what) + "\" to show. " + Named.advice(what, Listings.KINDS));
        }
        if (capability != null && (what == null || what.equals("pledges"))) {
            return Folders.refused(
                    err,
                    "--capability goes with missions, members, offers or pools"
                            + (what == null ? "; name one of them" : ": pledges are of no capability"));
        }
        Optional<Alliance> read = Folders.read(folder, err);
        if (read.isEmpty()) {
            return Folders.BAD_INPUT;
        }
        Alliance alliance = read.get();
        if (capability != null && alliance.capability(capability).isEmpty()) {
            List<String> known =
                    alliance.capabilities().stream().map(Capability::code).toList();
            return Folders.refused(
                    err,
                    "no capability is called \"" + Shown.plain(capability) + "\". " + Named.advice(capability, known));
        }
        Listings listings = new Listings(alliance, capability);
        Listing listing = what == null ? listings.overview() : listings.of(what);
        printing.print(spec.commandLine().getOut(), () -> listing.json(alliance.id()), listing::text);
        return 0;
    }
}
