package org.muster.cli.key;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.muster.alliance.key.Key;
import org.muster.alliance.source.Provenance;
import org.muster.terminal.FolderArgument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `muster key explain FOLDER KEY`: where every share of a key of the folder comes from.
@Command(
        name = "explain",
        description = "Where a key of the folder and each of its shares comes from, and from when on it is valid.",
        mixinStandardHelpOptions = true,
        customSynopsis = {
            "",
            "  muster key explain examples/wales-2014 gni-2014",
            "",
            "       muster key explain FOLDER KEY"
        },
        footer = {"", "Exit code: 0 done, 2 bad input. What a worked key comes from: muster key compute --explain."})
public final class KeyExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final FolderArgument folder = new FolderArgument();

    @Parameters(index = "1", paramLabel = "KEY", description = "The key's id.")
    private String key;

    @Override
    public Integer call() {
        print(KeyCall.key(folder.read(), key));
        return 0;
    }

    private void print(Key found) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(found.title() + " (" + found.id() + "), agreements from " + found.validFrom() + " on, sum 100");
        out.println(words(found.provenance()));
        found.shares()
                .forEach((member, share) -> out.println(member + " " + share.toPlainString()
                        + (found.shareProvenance().containsKey(member)
                                ? "  " + words(found.provenanceOf(member))
                                : "")));
        out.flush();
    }

    private static String words(Provenance provenance) {
        return provenance.status().word() + (provenance.source().isEmpty() ? "" : ": " + provenance.source());
    }
}
