package org.muster.studytool.lab;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `muster lab resume STUDY`: works out the chunks that are missing or damaged.
@Command(
        name = "resume",
        description = "Goes on with a study that was ended, at any moment: keeps chunks whose hash holds.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LabResumeCommand implements Callable<Integer> {
    @Mixin
    private final StudyArgument study = new StudyArgument();

    @Mixin
    private final WorkFlags work = new WorkFlags();

    @Override
    public Integer call() throws IOException {
        work.work(study.open());
        return 0;
    }
}
