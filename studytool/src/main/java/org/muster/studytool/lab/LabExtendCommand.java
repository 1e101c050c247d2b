package org.muster.studytool.lab;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `muster lab extend STUDY --futures N`: more futures beside those that are there.
@Command(
        name = "extend",
        description = "Adds futures to a study of design mc or sobol; those that are there stay as they are.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LabExtendCommand implements Callable<Integer> {
    @Mixin
    private final StudyArgument study = new StudyArgument();

    @Option(names = "--futures", paramLabel = "N", required = true, description = "How many there are to be in all.")
    private int futures;

    @Mixin
    private final WorkFlags work = new WorkFlags();

    @Override
    public Integer call() throws IOException {
        work.work(study.open().extended(futures));
        return 0;
    }
}
