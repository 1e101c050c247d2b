package org.muster.cli.key;

import java.util.Map;
import java.util.concurrent.Callable;
import org.muster.share.key.Accession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `muster key accede FOLDER KEY`: members join, all others give way in proportion.
@Command(
        name = "accede",
        description = "A key after members have joined: all others give way in proportion.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "",
            "  muster key accede examples/wales-2014 nato-2018 --join FIN=0.9057 --join SWE=1.9277",
            "",
            "       muster key accede [OPTIONS] FOLDER KEY"
        },
        footer = {"", "Exit code: 0 done, 2 bad input."})
public final class KeyAccedeCommand implements Callable<Integer> {
    @Mixin
    private final KeyCall call = new KeyCall();

    @Parameters(index = "1", paramLabel = "KEY", description = "The old key's id.")
    private String key;

    @Option(
            names = "--join",
            required = true,
            paramLabel = "MEMBER=PERCENT",
            description = "The share of a member that joins.")
    private Map<String, String> joining;

    @Override
    public Integer call() {
        return call.run((alliance, decimals) -> Accession.of(
                        KeyCall.key(alliance, key).shares(), KeyCall.shares(joining), decimals)
                .key());
    }
}
