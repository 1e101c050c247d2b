package org.muster.spark;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import org.muster.input.Refusal;
import org.muster.lab.run.Question;
import org.muster.lab.study.Asked;
import org.muster.lab.study.Part;
import org.muster.lab.study.Report;
import org.muster.lab.study.Workers;
import scala.Function2;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/// Works out a study on Spark: a task is a part, its result the part's bytes. Tasks that are lost are done again, and
/// nothing is written but here, where all results come together.
public final class SparkWorkers implements Workers {
    private static final Duration NOBODY_FOR = Duration.ofSeconds(60);
    private static final String HERE = "127.0.0.1";

    private final String master;
    private final List<String> jars;
    private final Function<Asked, PartWork> tasks;
    private final Duration nobodyFor;

    /// Workers of a master.
    ///
    /// @param master `local[N]`, `local[*]` or `spark://HOST:PORT`
    /// @param jars   paths of the jars that workers in other processes need
    public SparkWorkers(String master, List<String> jars) {
        this(master, jars, asked -> new PartWork(asked, "study " + asked.hashCode()), NOBODY_FOR);
    }

    /// @param tasks     what a task does
    /// @param nobodyFor how long no worker may be there
    SparkWorkers(String master, List<String> jars, Function<Asked, PartWork> tasks, Duration nobodyFor) {
        this.master = master;
        this.jars = List.copyOf(jars);
        this.tasks = tasks;
        this.nobodyFor = nobodyFor;
    }

    /// Waits until all is worked out.
    ///
    /// @throws Refusal     where the master is none that is known, the JDK one that damages data, or a row refused
    /// @throws IOException where no master or no worker answers, or a task failed again and again
    @Override
    public void work(Question question, List<Part> parts, Taker taker) throws IOException {
        work(Asked.of(question), parts, taker);
    }

    void work(Asked asked, List<Part> parts, Taker taker) throws IOException {
        Jdk.refusal(Runtime.version()).ifPresent(sentence -> {
            throw new Refusal(sentence);
        });
        Master where = Master.of(master);
        where.requireListener();
        try (JavaSparkContext spark = new JavaSparkContext(conf(where));
                Watch watch = new Watch(spark, where, nobodyFor)) {
            run(spark, watch, asked, parts, taker);
        } catch (Failed failed) {
            throw failed.told();
        }
    }

    private SparkConf conf(Master where) {
        SparkConf conf = new SparkConf()
                .setMaster(where.url())
                .setAppName("muster lab")
                .set("spark.ui.enabled", "false")
                .set("spark.log.structuredLogging.enabled", "false");
        if (where.isHere()) {
            conf.setIfMissing("spark.driver.host", HERE);
            conf.setIfMissing("spark.driver.bindAddress", HERE);
        }
        if (!where.isLocal()) {
            conf.setIfMissing("spark.executor.extraJavaOptions", "-XX:+UseSerialGC --enable-native-access=ALL-UNNAMED");
            conf.setJars(jars.toArray(String[]::new));
        }
        return conf;
    }

    private void run(JavaSparkContext spark, Watch watch, Asked asked, List<Part> parts, Taker taker) {
        AtomicReference<@Nullable RuntimeException> refused = new AtomicReference<>();
        Function2<Object, Report, BoxedUnit> handed = (number, report) -> {
            try {
                take(report, taker);
            } catch (RuntimeException mistake) {
                refused.compareAndSet(null, mistake);
                throw mistake;
            }
            return BoxedUnit.UNIT;
        };
        try {
            spark.sc()
                    .runJob(
                            spark.parallelize(parts, parts.size()).rdd(),
                            tasks.apply(asked),
                            handed,
                            ClassTag$.MODULE$.apply(Report.class));
        } catch (Exception failed) {
            RuntimeException own = refused.get();
            if (own != null) {
                throw own;
            }
            throw new Failed(watch.sentence().orElseGet(() -> "Spark gave up: " + first(failed)), failed);
        }
    }

    private static void take(Report report, Taker taker) {
        switch (report) {
            case Report.Made made -> taker.take(made.part(), made.lines());
            case Report.Refused no -> throw new Refusal(no.findings(), no.sentence());
            case Report.Failed no -> throw new IllegalStateException(no.sentence());
            case Report.Ended no -> throw new IllegalStateException("a task ends nothing");
        }
    }

    private static String first(Exception failed) {
        String said = failed instanceof SparkException || failed.getMessage() != null
                ? String.valueOf(failed.getMessage())
                : failed.toString();
        return said.lines().findFirst().orElse(said).strip();
    }

    /// Carries what failed past the closing of the context.
    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(String sentence, Exception cause) {
            super(sentence, cause);
        }

        IOException told() {
            return new IOException(getMessage(), getCause());
        }
    }

    /// Spark waits for workers as long as nobody stops it.
    private static final class Watch implements AutoCloseable {
        private static final long EVERY_MILLIS = 500;

        private final JavaSparkContext spark;
        private final Master where;
        private final Duration nobodyFor;
        private final AtomicBoolean over = new AtomicBoolean();
        private volatile boolean nobody;

        Watch(JavaSparkContext spark, Master where, Duration nobodyFor) {
            this.spark = spark;
            this.where = where;
            this.nobodyFor = nobodyFor;
            if (!where.isLocal()) {
                Thread.ofPlatform().daemon().name("watch").start(this::watch);
            }
        }

        private void watch() {
            long last = System.nanoTime();
            while (!over.get()) {
                // the driver counts as one
                if (spark.statusTracker().getExecutorInfos().length > 1) {
                    last = System.nanoTime();
                } else if (System.nanoTime() - last > nobodyFor.toNanos()) {
                    nobody = true;
                    spark.sc().cancelAllJobs();
                    return;
                }
                try {
                    Thread.sleep(EVERY_MILLIS);
                } catch (InterruptedException ended) {
                    return;
                }
            }
        }

        Optional<String> sentence() {
            return nobody
                    ? Optional.of("no worker of " + where.url() + " took work for " + nobodyFor.toSeconds()
                            + " s: none is there, or none has a free core and 1 GB of memory")
                    : Optional.empty();
        }

        @Override
        public void close() {
            over.set(true);
        }
    }
}
