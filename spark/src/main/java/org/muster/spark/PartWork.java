package org.muster.spark;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.TaskContext;
import org.muster.input.Refusal;
import org.muster.lab.run.Question;
import org.muster.lab.run.Runs;
import org.muster.lab.study.Asked;
import org.muster.lab.study.Chunks;
import org.muster.lab.study.Part;
import org.muster.lab.study.Report;
import org.muster.solve.SolveOptions;
import scala.Function2;
import scala.collection.Iterator;

/// What a task does: a part's rows are a function of the question and the part, so it may be done twice, or elsewhere.
class PartWork implements Function2<TaskContext, Iterator<Part>, Report>, Serializable {
    private static final long serialVersionUID = 1L;

    private final Asked asked;
    private final String study;

    /// @param study a name for the question, of its own: what was worked out before is remembered under it
    PartWork(Asked asked, String study) {
        this.asked = asked;
        this.study = study;
    }

    /// A part that cannot be worked out is a result too: trying it again would change nothing.
    @Override
    public Report apply(TaskContext task, Iterator<Part> parts) {
        Part part = parts.next();
        Optional<String> refused = Jdk.refusal(Runtime.version());
        if (refused.isPresent()) {
            return new Report.Refused(List.of(), "a worker of Spark cannot be used: " + refused.get());
        }
        try {
            Here here = Here.of(study, asked);
            return new Report.Made(part, here.chunks().lines(here.runs(), part));
        } catch (Refusal refusal) {
            return new Report.Refused(refusal.findings(), refusal.sentence());
        }
    }

    /// The study in the process of a worker, whose tasks remember settlements together.
    private record Here(Chunks chunks, Runs runs) {
        private static final Map<String, Here> STUDIES = new HashMap<>();

        static synchronized Here of(String study, Asked asked) {
            Here there = STUDIES.get(study);
            if (there == null) {
                Question question = asked.question();
                there = new Here(new Chunks(question), new Runs(question, SolveOptions.defaults()));
                // a worker's process serves one study
                STUDIES.clear();
                STUDIES.put(study, there);
            }
            return there;
        }
    }
}
