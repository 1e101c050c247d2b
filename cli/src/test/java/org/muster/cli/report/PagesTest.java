package org.muster.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.cli.Call.muster;
import static org.muster.cli.Examples.WALES;
import static org.muster.cli.Examples.WILDFIRE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Answers of headings, sentences and tables have a page each, with the words of their text.
class PagesTest {
    @TempDir
    Path temp;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "burden WALES --year 2014|Do the large carry more?",
                "likely WALES counter-is-2014|Leave-one-out: each operation predicted from all others",
                "why-not WILDFIRE FLOOD|Smallest set of changes: ",
                "why-not WILDFIRE FIRE --with HEAT|Beside the others FIRE is "
            })
    void aPageHasTheWordsOfItsText(String words, String told) throws IOException {
        Path page = temp.resolve("page.html");
        List<String> call = new ArrayList<>();
        for (String word : words.split(" ", -1)) {
            call.add(word.equals("WALES") ? WALES : word.equals("WILDFIRE") ? WILDFIRE : word);
        }
        call.addAll(List.of("--html", page.toString()));
        assertThat(muster(call.toArray(String[]::new)).code()).isLessThan(2);
        String html = Files.readString(page);
        assertThat(html)
                .startsWith("<!doctype html>")
                .contains("Content-Security-Policy", told)
                .endsWith("</html>\n");
    }
}
