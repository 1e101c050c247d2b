package org.muster.cli.key;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.key.Key;
import org.muster.cli.Folders;
import org.muster.report.key.KeyReport;
import org.muster.share.key.WorkedKey;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What every key command takes and shows.
final class KeyCall {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The folder that holds alliance.yaml.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Path folder;

    @Option(
            names = "--decimals",
            paramLabel = "N",
            defaultValue = "4",
            description = "Places of every share (default: ${DEFAULT-VALUE}).")
    private int decimals;

    @Option(names = "--json", description = "Print as JSON.")
    private boolean json;

    @Option(names = "--explain", paramLabel = "MEMBER", description = "Also why this member's share is what it is.")
    private @Nullable String explain;

    /// What a command works out from an alliance.
    @FunctionalInterface
    interface Work {
        /// The key.
        ///
        /// @throws IllegalArgumentException with a sentence, where it cannot be done
        WorkedKey key(Alliance alliance, int decimals);
    }

    /// Reads the folder, works, shows; the exit code.
    int run(Work work) {
        PrintWriter err = spec.commandLine().getErr();
        Optional<Alliance> alliance = Folders.read(folder, err);
        if (alliance.isEmpty()) {
            return Folders.BAD_INPUT;
        }
        try {
            WorkedKey key = work.key(alliance.get(), decimals);
            if (explain != null && !key.shares().containsKey(explain)) {
                throw new IllegalArgumentException("no member of this key is called \"" + explain + "\". Known: "
                        + String.join(", ", key.shares().keySet()));
            }
            PrintWriter out = spec.commandLine().getOut();
            Optional<String> member = Optional.ofNullable(explain);
            out.print(json ? KeyReport.json(key, member) : KeyReport.text(key, member));
            out.flush();
            return 0;
        } catch (IllegalArgumentException e) {
            return Folders.refused(err, e.getMessage());
        }
    }

    /// The key of a name.
    ///
    /// @throws IllegalArgumentException with a sentence naming those that there are
    static Key key(Alliance alliance, String id) {
        return alliance.key(id)
                .orElseThrow(() -> new IllegalArgumentException("no key is called \"" + id + "\". Known: "
                        + String.join(
                                ", ", alliance.keys().stream().map(Key::id).toList())));
    }

    /// Shares written as `MEMBER=PERCENT`.
    ///
    /// @throws IllegalArgumentException with a sentence, where one is not
    static Map<String, BigDecimal> shares(Map<String, String> texts) {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        texts.forEach((member, text) -> shares.put(member, decimal(member, text)));
        return shares;
    }

    private static BigDecimal decimal(String member, String text) {
        if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,12})?")) {
            throw new IllegalArgumentException("the share of %s is \"%s\", not a percentage. Write it like %s=10.4913"
                    .formatted(member, text, member));
        }
        return new BigDecimal(text);
    }
}
