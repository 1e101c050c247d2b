/// The pages: an answer in, HTML out. Text of folders and games is data and is escaped where it is written.
@NullMarked
package org.muster.web.page;

import org.jspecify.annotations.NullMarked;
