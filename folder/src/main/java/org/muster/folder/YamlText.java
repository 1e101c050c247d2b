package org.muster.folder;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;
import org.yaml.snakeyaml.serializer.Serializer;

/// Writes maps, lists and single values as YAML.
///
/// Maps one key a line, lists of mappings one entry a block, lists of single values in brackets. Texts are quoted only
/// where they would be read as something else.
final class YamlText {
    /// A number, date or truth value: written bare.
    record Bare(String text) {}

    private static final Resolver RESOLVER = new Resolver();

    private YamlText() {}

    static String of(Map<String, Object> document) {
        DumperOptions options = new DumperOptions();
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        options.setWidth(110);
        options.setIndent(2);
        options.setAllowUnicode(true);
        StringWriter out = new StringWriter();
        try {
            Serializer serializer = new Serializer(new Emitter(out, options), RESOLVER, options, null);
            serializer.open();
            serializer.serialize(node(document));
            serializer.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to a text", impossible);
        }
        return out.toString();
    }

    private static Node node(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                List<NodeTuple> tuples = new ArrayList<>();
                map.forEach((key, inner) -> tuples.add(new NodeTuple(text(String.valueOf(key)), node(inner))));
                yield new MappingNode(Tag.MAP, tuples, map.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
            }
            case List<?> list -> {
                boolean flat = list.stream().allMatch(item -> item instanceof String s && s.length() <= 40);
                yield new SequenceNode(
                        Tag.SEQ, list.stream().map(YamlText::node).toList(), flat ? FlowStyle.FLOW : FlowStyle.BLOCK);
            }
            case Bare bare ->
                new ScalarNode(
                        RESOLVER.resolve(NodeId.scalar, bare.text(), true), bare.text(), null, null, ScalarStyle.PLAIN);
            default -> text(String.valueOf(value));
        };
    }

    private static Node text(String text) {
        ScalarStyle style = text.indexOf('\n') >= 0 || text.isEmpty() ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN;
        return new ScalarNode(Tag.STR, text, null, null, style);
    }
}
