package org.muster.cli.key;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.muster.alliance.Alliance;
import org.muster.alliance.key.Key;
import org.muster.alliance.source.Provenance;
import org.muster.cli.Folders;
import picocli.CommandLine.Command;
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
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The folder that holds alliance.yaml.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Path folder;

    @Parameters(index = "1", paramLabel = "KEY", description = "The key's id.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private String key;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Optional<Alliance> alliance = Folders.read(folder, err);
        if (alliance.isEmpty()) {
            return Folders.BAD_INPUT;
        }
        try {
            print(KeyCall.key(alliance.get(), key));
            return 0;
        } catch (IllegalArgumentException e) {
            return Folders.refused(err, e.getMessage());
        }
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
