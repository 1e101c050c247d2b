/// Tables as people's programs write them: CSV with any separator, mark and encoding, and workbooks (XLSX). It knows no
/// alliance: what a column means is for the reader of the table to say.
@org.jspecify.annotations.NullMarked
package org.muster.sheet;
