package org.muster.cli.key;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.muster.share.key.ConstrainedRescale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `muster key rescale FOLDER KEY`: some shares negotiated, the rest stretched.
@Command(
        name = "rescale",
        description = "A new key with some shares negotiated, all others stretched by one factor.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "",
            "  muster key rescale examples/wales-2014 nato-2018 --tie USA,DEU --tied-share 16.35 --fix FRA=10.4913",
            "",
            "       muster key rescale [OPTIONS] FOLDER KEY"
        },
        footer = {"", "Exit code: 0 done, 2 bad input."})
public final class KeyRescaleCommand implements Callable<Integer> {
    @Mixin
    private final KeyCall call = new KeyCall();

    @Parameters(index = "1", paramLabel = "KEY", description = "The old key's id.")
    private String key;

    @Option(names = "--fix", paramLabel = "MEMBER=PERCENT", description = "A member's new share.")
    private Map<String, String> fixed = Map.of();

    @Option(names = "--tie", paramLabel = "MEMBER", split = ",", description = "Members that get the same share.")
    private List<String> tied = List.of();

    @Option(
            names = "--tied-share",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description = "The share of those tied.")
    private BigDecimal tiedShare;

    @Option(names = "--join", paramLabel = "MEMBER=PERCENT", description = "The share of a member that joins.")
    private Map<String, String> joining = Map.of();

    @Override
    public Integer call() {
        return call.run((alliance, decimals) -> ConstrainedRescale.of(
                        KeyCall.key(alliance, key).shares(),
                        new ConstrainedRescale.Terms(
                                KeyCall.shares(fixed), new LinkedHashSet<>(tied), tiedShare, KeyCall.shares(joining)),
                        decimals)
                .key());
    }
}
