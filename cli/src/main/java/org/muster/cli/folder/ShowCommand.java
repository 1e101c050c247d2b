package org.muster.cli.folder;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.offer.Capability;
import org.muster.input.Nearest;
import org.muster.input.Refusal;
import org.muster.input.Shown;
import org.muster.report.folder.Listing;
import org.muster.report.folder.Listings;
import org.muster.terminal.FolderArgument;
import org.muster.terminal.PrintFlags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
    @Mixin
    private final FolderArgument folder = new FolderArgument();

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
        if (what != null && !Listings.KINDS.contains(what)) {
            throw new Refusal("there are no \"" + Shown.plain(what) + "\" to show. "
                    + Nearest.adviceWithAll(what, Listings.KINDS));
        }
        if (capability != null && (what == null || what.equals("pledges"))) {
            throw new Refusal("--capability goes with missions, members, offers or pools"
                    + (what == null ? "; name one of them" : ": pledges are of no capability"));
        }
        Alliance alliance = folder.read();
        if (capability != null && alliance.capability(capability).isEmpty()) {
            List<String> known =
                    alliance.capabilities().stream().map(Capability::code).toList();
            throw new Refusal("no capability is called \"" + Shown.plain(capability) + "\". "
                    + Nearest.adviceWithAll(capability, known));
        }
        Listings listings = new Listings(alliance, capability);
        Listing listing = what == null ? listings.overview() : listings.of(what);
        printing.print(() -> listing.json(alliance.id()), listing::text);
        return 0;
    }
}
