package org.muster.games;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program of the README, in a project of its own that has nothing but the classes of this module.
class ReadmeTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

    @TempDir
    private Path project;

    @Test
    void theProgramOfTheReadmeIsTenLines() throws IOException {
        assertThat(program().lines().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void itRunsOnTheClassPath() throws Exception {
        Path source = Files.writeString(project.resolve("Ten.java"), program());
        run("javac", "-Werror", "-cp", classes(), "-d", project.toString(), source.toString());
        holds(run("java", "-cp", classes() + System.getProperty("path.separator") + project, "Ten"));
    }

    @Test
    void itRunsOnTheModulePath() throws Exception {
        String program = program();
        int body = program.indexOf("void main");
        Path source = Files.writeString(
                Files.createDirectories(project.resolve("src/reader")).resolve("Ten.java"),
                "package reader;\n%s\nclass Ten {\n%s}\n"
                        .formatted(program.substring(0, body), program.substring(body)));
        Path module = Files.writeString(
                project.resolve("src/module-info.java"), "module reader { requires org.muster.games; }\n");
        String out = project.resolve("out").toString();
        run("javac", "-p", classes(), "-d", out, module.toString(), source.toString());
        String modules = classes() + System.getProperty("path.separator") + out;
        holds(run("java", "-p", modules, "-m", "reader/reader.Ten"));
        holds(run("java", "--add-modules", "jdk.incubator.vector", "-p", modules, "-m", "reader/reader.Ten"));
    }

    @Test
    void whatIsNotForUsersIsNotExported() throws Exception {
        for (String inner : List.of("scan.Blocks", "lp.CutLp")) {
            Path source = Files.writeString(
                    Files.createDirectories(project.resolve("src/reader")).resolve("Ten.java"),
                    "package reader;\nclass Ten { org.muster.games.%s inner; }\n".formatted(inner));
            Path module = Files.writeString(
                    project.resolve("src/module-info.java"), "module reader { requires org.muster.games; }\n");
            Ran ran = start("javac", "-p", classes(), "-d", project.toString(), module.toString(), source.toString());
            assertThat(ran.code()).isNotZero();
            assertThat(ran.text()).contains("does not export it");
        }
    }

    /// Shapley (2/3, 1/6, 1/6) of one left and two right gloves, the nucleolus gives all to the one left glove; of the
    /// rule [51; 50, 49, 1] the first voter is pivotal in 4 of 6 orders.
    private static void holds(String text) {
        List<String> lines =
                text.lines().filter(line -> !line.startsWith("WARNING")).toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).contains("[2/3, 1/6, 1/6]");
        assertThat(lines.get(1)).contains("[1, 0, 0]").endsWith(", certified");
        assertThat(lines.get(2)).startsWith("OfNucleolus").contains("LevelProof");
        assertThat(lines.get(3)).contains("[2/3, 1/6, 1/6]");
    }

    private static String program() throws IOException {
        Path readme = Path.of(System.getProperty("muster.root"), "games", "README.md");
        Matcher block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(readme));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static String classes() throws URISyntaxException {
        return Path.of(Game.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
    }

    private record Ran(int code, String text) {}

    private static String run(String tool, String... arguments) throws IOException, InterruptedException {
        Ran ran = start(tool, arguments);
        assertThat(ran.code()).as(ran.text()).isZero();
        return ran.text();
    }

    private static Ran start(String tool, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA.resolve(tool).toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Ran(process.exitValue(), text);
    }
}
