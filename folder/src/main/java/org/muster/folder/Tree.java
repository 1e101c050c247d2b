package org.muster.folder;

import java.util.List;
import java.util.Optional;
import org.muster.input.Place;

/// A YAML or JSON document with the place of everything in it.
sealed interface Tree {
    Place place();

    /// What a reader calls it in a sentence.
    String noun();

    /// A text, number, date or truth value: not yet told apart.
    record Text(Place place, String value) implements Tree {
        @Override
        public String noun() {
            return "a single value";
        }
    }

    /// Nothing: an empty value.
    record Nothing(Place place) implements Tree {
        @Override
        public String noun() {
            return "nothing";
        }
    }

    /// A list.
    record Items(Place place, List<Tree> items) implements Tree {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String noun() {
            return "a list";
        }
    }

    /// A mapping; no two fields have the same key.
    record Fields(Place place, List<Field> fields) implements Tree {
        public Fields {
            fields = List.copyOf(fields);
        }

        @Override
        public String noun() {
            return "a mapping";
        }

        Optional<Field> field(String key) {
            return fields.stream().filter(f -> f.key().equals(key)).findFirst();
        }
    }

    /// A key with its value.
    record Field(Place place, String key, Tree value) {}
}
