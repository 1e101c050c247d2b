package org.muster.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.Bought;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.input.Findings;
import org.muster.input.Problem;

/// A file of purchases that were really made, for `muster invest --evaluate`.
public final class BoughtFile {
    private static final int MOST = 200;

    private BoughtFile() {}

    /// What came of a file.
    ///
    /// @param bought   empty exactly where there is a problem
    /// @param problems by file, line and column
    public record Read(Optional<Bought> bought, List<Problem> problems) {
        public Read {
            problems = List.copyOf(problems);
        }
    }

    /// Reads the file. Never fails on what stands in it.
    ///
    /// @param file     a YAML file with `title` and `purchases`
    /// @param alliance whose candidates the purchases may be
    public static Read read(Path file, Alliance alliance) {
        Findings findings = new Findings();
        Path at = file.toAbsolutePath().normalize();
        Path folder = at.getParent();
        String name = String.valueOf(at.getFileName());
        Optional<Bought> bought = folder == null
                ? Optional.empty()
                : new FolderFiles(folder, findings)
                        .text(name, Limits.DOCUMENT_BYTES)
                        .flatMap(text -> YamlTree.read(name, text, findings))
                        .flatMap(tree -> Block.of("the file", tree, findings, "title", "purchases"))
                        .map(block -> bought(block, alliance, new Values(findings)));
        return new Read(findings.isEmpty() ? bought : Optional.empty(), findings.inOrder());
    }

    private static Bought bought(Block file, Alliance alliance, Values values) {
        List<InvestCandidate> candidates = alliance.investments().candidates();
        Register ids = Known.ofNames(
                "candidate", candidates.stream().map(InvestCandidate::id).toList(), true);
        String title = values.words(file.required("title", "What was really bought"));
        List<Bought.Purchase> purchases = new ArrayList<>();
        Map<String, Integer> blocks = new HashMap<>();
        for (Block one :
                file.blocks("purchases", "a purchase", "title", "candidate", "blocks", "ordered", "status", "source")) {
            Optional<Scalar> candidate = one.optional("candidate");
            candidate.ifPresent(id -> values.reference(id, ids));
            int many = candidate.isPresent() ? (int) values.whole(one.required("blocks", "1"), 1, 1_000_000) : 0;
            candidates.stream()
                    .filter(known -> candidate
                            .map(Scalar::text)
                            .filter(known.id()::equals)
                            .isPresent())
                    .forEach(known -> {
                        int together = blocks.merge(known.id(), many, Integer::sum);
                        if (together > known.maxBlocks()) {
                            values.report(
                                    one.required("blocks", "1"),
                                    String.format(
                                            Locale.ROOT,
                                            "%d blocks of %s are bought, more than the %d that can be had",
                                            together,
                                            known.id(),
                                            known.maxBlocks()),
                                    "Raise max_blocks in invest.yaml, or correct the purchases.");
                        }
                    });
            purchases.add(new Bought.Purchase(
                    values.words(one.required("title", "Three transport aircraft")),
                    candidate.map(Scalar::text),
                    many,
                    values.date(one.required("ordered", "2016-07-28")),
                    values.provenance(one.required("status", "published"), AllianceFile.source(one, "source"))));
        }
        if (purchases.isEmpty() || purchases.size() > MOST) {
            values.findings()
                    .add(
                            file.placeOf("purchases"),
                            purchases.isEmpty() ? "there is no purchase" : "there are more than " + MOST + " purchases",
                            "List what was bought, each with title, candidate, blocks, ordered, status and source.");
        }
        return new Bought(title, purchases);
    }
}
