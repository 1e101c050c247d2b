/// A study as a folder: a manifest and chunks of rows, each of which is there whole with its hash or not at all.
@NullMarked
package org.muster.folder.study;

import org.jspecify.annotations.NullMarked;
