package org.muster.folder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Tables as an office's program writes them, made from those of a folder by plain string work.
final class OfficeTable {
    private OfficeTable() {}

    /// The offers with another delimiter, decimal mark and order of days. No field of them holds a comma.
    static String of(List<String> offers, String delimiter, String decimal, String days) {
        List<String> header = List.of(offers.getFirst().split(",", -1));
        StringBuilder text = new StringBuilder(String.join(delimiter, header) + "\r\n");
        for (String line : offers.subList(1, offers.size())) {
            List<String> fields = new ArrayList<>();
            String[] found = line.split(",", -1);
            for (int i = 0; i < found.length; i++) {
                String column = header.get(i);
                if (column.contains("_cost") && !column.startsWith("cost")) {
                    fields.add(found[i].replace(".", decimal));
                } else if (column.startsWith("available") && !found[i].isEmpty()) {
                    fields.add(day(LocalDate.parse(found[i]), days));
                } else {
                    fields.add(found[i]);
                }
            }
            text.append(String.join(delimiter, fields)).append("\r\n");
        }
        return text.toString();
    }

    private static String day(LocalDate day, String order) {
        return order.replace("d", String.valueOf(day.getDayOfMonth()))
                .replace("m", String.valueOf(day.getMonthValue()))
                .replace("y", String.format(Locale.ROOT, "%04d", day.getYear()));
    }

    /// The data package that says so of the offers: semicolons, decimal commas, day.month.year, windows-1252.
    static String described(String plain) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = (ObjectNode) mapper.readTree(plain);
        for (JsonNode resource : root.path("resources")) {
            if (resource.path("name").asText().equals("offers")) {
                ((ObjectNode) resource).put("encoding", "windows-1252");
                ((ObjectNode) resource).putObject("dialect").put("delimiter", ";");
                for (JsonNode field : resource.path("schema").path("fields")) {
                    if (field.path("type").asText().equals("number")) {
                        ((ObjectNode) field).put("decimalChar", ",");
                    } else if (field.path("type").asText().equals("date")) {
                        ((ObjectNode) field).put("format", "%d.%m.%Y");
                    }
                }
            }
        }
        return mapper.writeValueAsString(root);
    }
}
