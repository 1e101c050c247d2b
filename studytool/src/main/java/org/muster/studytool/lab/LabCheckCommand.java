package org.muster.studytool.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.muster.lab.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `muster lab check STUDY`: whether every chunk is there with its hash.
@Command(
        name = "check",
        description = "Says whether a study is whole: the folder as it was, every chunk there with its hash.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LabCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final StudyArgument study = new StudyArgument();

    @Override
    public Integer call() throws IOException {
        Study opened = study.open();
        List<String> wrong = opened.wrong();
        PrintWriter out = spec.commandLine().getOut();
        wrong.forEach(file -> out.println(file + " is missing or damaged"));
        out.println(
                wrong.isEmpty()
                        ? "The study is whole. SHA-256 of all files: " + opened.hash()
                        : "Go on with \"muster lab resume " + study.path() + "\".");
        out.flush();
        return wrong.isEmpty() ? 0 : 1;
    }
}
