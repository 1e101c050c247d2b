package org.muster.folder;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.muster.alliance.Alliance;

/// A field of a folder that is tried with another value: written nowhere, read by the reader of folders.
///
/// @param thing what the field belongs to
/// @param id    its name: of a line `PHASE/LINE`, of anything else its id
/// @param field as it is called in the folder
/// @param value as it would be written there
public record FolderSetting(Thing thing, String id, String field, String value) {
    private static final int PARTS = 4;
    private static final String FIRST_RULE = """
            rules:
            - id: own
              title: A rule of our own
              description: One sentence that says who pays what.
              version: '1'
              steps:
              - by:
                  rule: equal
              status: illustrative
              source: tried
            """;

    /// What has fields that can be tried.
    public enum Thing {
        /// A requirement line of the mission.
        LINE,
        /// An offer of a member.
        OFFER,
        /// A charter of the market.
        CHARTER,
        /// A pool.
        POOL,
        /// Units for a line that nobody offers yet, as a charter of their own without notice.
        FOUND,
        /// What is agreed about sharing; the rules of the alliance's own are one text, as in the file.
        SHARING;

        /// The word in an address.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Its fields that can be tried.
        public List<String> fields() {
            return switch (this) {
                case LINE -> List.of("quantity", "notice_days", "priority");
                case OFFER ->
                    List.of(
                            "quantity",
                            "notice_days",
                            "deployment_cost",
                            "running_cost_per_day",
                            "stage",
                            "available_from",
                            "available_to");
                case CHARTER -> List.of("quantity", "notice_days", "unit_cost", "daily_cost");
                case POOL -> List.of("capacity", "notice_days", "draw_cost");
                case FOUND -> List.of("quantity", "unit_cost");
                case SHARING -> List.of("rules");
            };
        }
    }

    /// Reads `THING:ID:FIELD:VALUE`, as in `offer:rel-fighters:notice_days:5`; empty where it has not these four
    /// parts, or the thing is none.
    public static Optional<FolderSetting> of(String text) {
        String[] parts = text.split(":", PARTS);
        if (parts.length < PARTS) {
            return Optional.empty();
        }
        return Stream.of(Thing.values())
                .filter(thing -> thing.word().equals(parts[0]))
                .findFirst()
                .map(thing -> new FolderSetting(thing, parts[1], parts[2], parts[PARTS - 1].strip()));
    }

    /// The alliance's own rules of who pays, all of them.
    ///
    /// @param text the part of sharing.yaml that begins with `rules:`
    public static FolderSetting ofRules(String text) {
        return new FolderSetting(Thing.SHARING, "own", "rules", text.strip());
    }

    /// The alliance's own rules as a folder has them; where there is none, a first one to begin with.
    public static String rulesOf(Alliance alliance) {
        return alliance.sharing().rules().isEmpty() ? FIRST_RULE : FolderText.rules(alliance);
    }

    /// Whether it is about the same field.
    public boolean isOfTheSameFieldAs(FolderSetting other) {
        return thing == other.thing && id.equals(other.id) && field.equals(other.field);
    }

    /// As [#of] reads it.
    public String text() {
        return thing.word() + ":" + id + ":" + field + ":" + value;
    }
}
