/// The alliance folder: a Frictionless data package of CSV tables with YAML files for what nests, read and written.
/// May use every package of `org.muster.alliance`, fastcsv, SnakeYAML and Jackson; it alone below the faces reads
/// files.
/// Plans nothing and shares nothing: it knows only whether what stands in a folder can be meant.
@NullMarked
package org.muster.folder;

import org.jspecify.annotations.NullMarked;
