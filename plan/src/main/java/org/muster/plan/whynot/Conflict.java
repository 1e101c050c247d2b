package org.muster.plan.whynot;

import java.util.List;
import org.muster.plan.model.Rule;

/// Rules that together make something impossible, and of which none can be left out.
///
/// @param impossible what they make impossible, in words
/// @param rules      the rules; lifting any one of them makes it possible
public record Conflict(String impossible, List<Rule> rules) {
    public Conflict {
        rules = List.copyOf(rules);
    }
}
