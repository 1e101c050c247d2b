package org.muster.cli.key;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.key.Key;
import org.muster.input.Nearest;
import org.muster.input.Refusal;
import org.muster.input.Shown;
import org.muster.report.key.KeyReport;
import org.muster.share.key.WorkedKey;
import org.muster.terminal.FolderArgument;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What every key command takes and shows.
final class KeyCall {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private final FolderArgument folder = new FolderArgument();

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
        /// @throws Refusal with a sentence, where it cannot be done
        WorkedKey key(Alliance alliance, int decimals);
    }

    /// Reads the folder, works, shows; the exit code.
    int run(Work work) {
        WorkedKey key = work.key(folder.read(), decimals);
        if (explain != null && !key.shares().containsKey(explain)) {
            throw new Refusal("no member of this key is called \"" + Shown.plain(explain) + "\". "
                    + Nearest.adviceWithAll(explain, key.shares().keySet()));
        }
        PrintWriter out = spec.commandLine().getOut();
        Optional<String> member = Optional.ofNullable(explain);
        out.print(json ? KeyReport.json(key, member) : KeyReport.text(key, member));
        out.flush();
        return 0;
    }

    /// The key of a name.
    ///
    /// @throws Refusal with a sentence naming those that there are
    static Key key(Alliance alliance, String id) {
        return alliance.key(id)
                .orElseThrow(() -> new Refusal("no key is called \"" + Shown.plain(id) + "\". "
                        + Nearest.adviceWithAll(
                                id, alliance.keys().stream().map(Key::id).toList())));
    }

    /// Shares written as `MEMBER=PERCENT`.
    ///
    /// @throws Refusal with a sentence, where one is not
    static Map<String, BigDecimal> shares(Map<String, String> texts) {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        texts.forEach((member, text) -> shares.put(member, decimal(member, text)));
        return shares;
    }

    private static BigDecimal decimal(String member, String text) {
        if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,12})?")) {
            throw new Refusal("the share of %s is \"%s\", not a percentage. Write it like %s=10.4913"
                    .formatted(member, text, member));
        }
        return new BigDecimal(text);
    }
}
