package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.web.PlanningRoom;

/// The tutorial, command by command, and what it says came out.
class TutorialTest {
    private static final Pattern BLOCK = Pattern.compile("```(sh|csv)\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path temp;

    private String run(String line) throws Exception {
        List<String> words = new ArrayList<>();
        for (String word : line.split(" ")) {
            boolean file = word.equals("river-towns") || word.endsWith(".csv") || word.endsWith(".html");
            words.add(file ? temp.resolve(word).toString() : word);
        }
        assertThat(words.removeFirst()).isEqualTo("muster");
        if (words.getFirst().equals("serve")) {
            return served(Path.of(words.get(1)));
        }
        Call call = Call.muster(words.toArray(String[]::new));
        assertThat(call.code()).as(line + "\n" + call.err()).isZero();
        return call.out();
    }

    private static String served(Path folder) throws Exception {
        try (PlanningRoom room = PlanningRoom.open(List.of(folder), 0, new PrintWriter(System.err))) {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(room.address() + "/a/river-towns"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    @Test
    void everyCommandOfItRunsAndSaysWhatItSays() throws Exception {
        String text = Files.readString(Examples.ROOT.resolve("docs/tutorial.md"));
        List<String> said = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(text);
        while (blocks.find()) {
            if (blocks.group(1).equals("csv")) {
                Files.writeString(temp.resolve("more-teams.csv"), blocks.group(2));
                continue;
            }
            for (String line : blocks.group(2).lines().toList()) {
                said.add(run(line));
            }
        }
        assertThat(said).hasSize(10);
        assertThat(text).contains("EUR 356,720", "EUR 288,520");
        assertThat(said.get(3)).contains("COVERED", "4 members go", "EUR 356,720.00");
        assertThat(said.get(4)).contains("create 1", "dry run");
        assertThat(said.get(6)).contains("3 members go", "EUR 288,520.00");
        assertThat(said.get(7)).contains("COR: is not needed: a plan with it is no better");
        assertThat(said.get(8)).contains("agreed-key", "The bill is EUR 288,520.00");
        assertThat(said.get(9)).contains("Spring flood", "covered");
        assertThat(Files.readString(temp.resolve("bill.html"))).contains("id=\"dumbbell\"", "value=\"shapley\"");
    }

    @Test
    void thePicturesOfTheReadmeAreThereAndLight() throws Exception {
        String readme = Files.readString(Examples.ROOT.resolve("README.md"));
        Matcher pictures = Pattern.compile("!\\[[^\\]]+]\\((docs/pictures/[a-z-]+\\.png)\\)")
                .matcher(readme);
        int found = 0;
        while (pictures.find()) {
            found++;
            assertThat(Files.size(Examples.ROOT.resolve(pictures.group(1)))).isBetween(10_000L, 200_000L);
        }
        assertThat(found).isEqualTo(2);
    }
}
