/// The commands that read and write alliance folders: `check` and `new`.
/// May use `org.muster.folder` and picocli.
/// Judges nothing: what is wrong with a folder is said below, and only printed here.
@NullMarked
package org.muster.cli.folder;

import org.jspecify.annotations.NullMarked;
