/// Works out studies on Apache Spark. It stands in no other room's way: it runs in a process of its own, on a class
/// path of its own, and speaks with the command by `lab.study.Order` and `lab.study.Report`.
@NullMarked
package org.muster.spark;

import org.jspecify.annotations.NullMarked;
