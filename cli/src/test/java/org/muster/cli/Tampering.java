package org.muster.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Files that are tampered with, from a seed.
final class Tampering {
    /// What people and other programs write where something else belongs.
    private static final List<String> ODD = List.of(
            "",
            " ",
            "-1",
            "0",
            "1",
            "0.5",
            "1e309",
            "1e-400",
            "NaN",
            "Infinity",
            "99999999999999999999",
            "-0",
            "1970-13-01",
            "9999-12-31",
            "0000-00-00",
            "2027-02-30",
            "null",
            "true",
            "[]",
            "{}",
            "\"",
            "'",
            ",",
            ";",
            "\t",
            "\n",
            "\r",
            "\r\n",
            "\u0000",
            "\u001b[2J",
            "\u202e",
            "\u0663",
            "\ufeff",
            "=1+1",
            "\\ud800",
            "&a",
            "*a",
            "!!x",
            "- ",
            ": ",
            "#",
            "a".repeat(5000),
            "[".repeat(3000),
            "{\"a\":".repeat(2000),
            "9".repeat(400),
            "million EUR",
            "EUR",
            "xxx",
            "9223372036854775807",
            "9007199254740993",
            "0.000000000000000001");
    private static final List<byte[]> BAD_BYTES =
            List.of(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, new byte[] {(byte) 0xff}, new byte[] {0});
    /// Numbers that a game or a folder may hold.
    private static final List<String> VALUES = List.of(
            "0",
            "1",
            "2",
            "3",
            "7",
            "-1",
            "-5",
            "0.5",
            "0.1",
            "1000000",
            "1e-9",
            "123456789012345678",
            "0.333333333333",
            "100");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.\"-])-?[0-9]+(?:[.][0-9]+)?(?![\\w.-])");
    private static final Pattern TOKEN = Pattern.compile("[^\\s,:\"\\[\\]{}]+");

    private Tampering() {}

    static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder).filter(Files::isRegularFile);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String odd(SplittableRandom random) {
        return ODD.get(random.nextInt(ODD.size()));
    }

    interface Work {
        void run() throws IOException;
    }

    /// Does the work with a file tampered with, which is then as it was.
    static void tampered(Path file, SplittableRandom random, Work work) throws IOException {
        byte[] before = Files.readAllBytes(file);
        byte[] bytes = before;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            bytes = mutated(bytes, random);
        }
        Files.write(file, bytes);
        try {
            work.run();
        } finally {
            Files.write(file, before);
        }
    }

    private static byte[] mutated(byte[] bytes, SplittableRandom random) {
        if (bytes.length == 0) {
            return odd(random).getBytes(StandardCharsets.UTF_8);
        }
        int at = random.nextInt(bytes.length);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return switch (random.nextInt(8)) {
            case 0 -> {
                byte[] flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case 1 -> joined(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(20)), new byte[0]);
            case 2 -> joined(bytes, at, at, BAD_BYTES.get(random.nextInt(BAD_BYTES.size())));
            case 3 -> joined(bytes, at, at, odd(random).getBytes(StandardCharsets.UTF_8));
            case 4, 5 -> token(text, random).getBytes(StandardCharsets.UTF_8);
            default -> lines(text, random).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] joined(byte[] bytes, int from, int to, byte[] between) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(between);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    /// A token becomes another of the same file, or an odd one.
    private static String token(String text, SplittableRandom random) {
        List<int[]> tokens = TOKEN.matcher(text)
                .results()
                .map(m -> new int[] {m.start(), m.end()})
                .toList();
        if (tokens.isEmpty()) {
            return odd(random);
        }
        int[] one = tokens.get(random.nextInt(tokens.size()));
        int[] other = tokens.get(random.nextInt(tokens.size()));
        String becomes = random.nextBoolean() ? odd(random) : text.substring(other[0], other[1]);
        return text.substring(0, one[0]) + becomes + text.substring(one[1]);
    }

    /// A line goes, comes twice, or changes places.
    static String lines(String text, SplittableRandom random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (lines.isEmpty()) {
            return odd(random);
        }
        int at = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
            default -> Collections.swap(lines, at, random.nextInt(lines.size()));
        }
        return String.join("\n", lines) + "\n";
    }

    /// Does the work with a file in which each number is another with a chance of one in `every`.
    static void renumbered(Path file, int every, SplittableRandom random, Work work) throws IOException {
        byte[] before = Files.readAllBytes(file);
        String text = new String(before, StandardCharsets.UTF_8);
        StringBuilder other = new StringBuilder();
        int from = 0;
        for (MatchResult number : NUMBER.matcher(text).results().toList()) {
            if (random.nextInt(every) == 0) {
                other.append(text, from, number.start()).append(VALUES.get(random.nextInt(VALUES.size())));
                from = number.end();
            }
        }
        Files.writeString(file, other.append(text.substring(from)));
        try {
            work.run();
        } finally {
            Files.write(file, before);
        }
    }

    /// Does the work with a file in which one number is another.
    static void withOneNumberChanged(Path file, SplittableRandom random, Work work) throws IOException {
        byte[] before = Files.readAllBytes(file);
        String text = new String(before, StandardCharsets.UTF_8);
        List<MatchResult> numbers = NUMBER.matcher(text).results().toList();
        if (!numbers.isEmpty()) {
            MatchResult one = numbers.get(random.nextInt(numbers.size()));
            Files.writeString(
                    file,
                    text.substring(0, one.start())
                            + VALUES.get(random.nextInt(VALUES.size()))
                            + text.substring(one.end()));
        }
        try {
            work.run();
        } finally {
            Files.write(file, before);
        }
    }
}
