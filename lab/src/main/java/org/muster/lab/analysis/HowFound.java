package org.muster.lab.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.alliance.lab.Futures;
import org.muster.lab.join.Ending;
import org.muster.lab.run.Row;

/// How coalitions that hold were found, of the times that their mission comes.
///
/// @param mission the mission's id
/// @param found   how
/// @param shares  by stack, from 0 to 1; those of one mission and stack add up to 1, up to rounding
public record HowFound(String mission, Ending found, Map<String, Double> shares) {
    private static final double NANO = 1e9;

    public HowFound {
        shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    }

    /// Those that occur in a study; none where members do not react.
    static List<HowFound> of(Results results) {
        List<HowFound> all = new ArrayList<>();
        for (Futures.Template template : results.question().setting().templates()) {
            for (Ending found : Ending.values()) {
                String name = Row.Replied.name(template.mission(), found);
                Map<String, Double> shares = new LinkedHashMap<>();
                results.rows().forEach((reform, rows) -> shares.put(reform, share(rows, template.mission(), name)));
                if (shares.values().stream().anyMatch(share -> share > 0)) {
                    all.add(new HowFound(template.mission(), found, shares));
                }
            }
        }
        return all;
    }

    private static double share(List<Row> rows, String mission, String name) {
        double came = 0;
        double so = 0;
        for (Row row : rows) {
            for (Ending found : Ending.values()) {
                came += row.replied().found().getOrDefault(Row.Replied.name(mission, found), 0L) / NANO;
            }
            so += row.replied().found().getOrDefault(name, 0L) / NANO;
        }
        return came == 0 ? 0 : so / came;
    }
}
