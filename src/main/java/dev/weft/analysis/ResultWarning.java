package dev.weft.analysis;

import dev.weft.plan.ModeName;
import dev.weft.runjson.RecordedWarning;
import java.util.Set;

/// A warning: a condition that may distort the results, with a remedy.
public sealed interface ResultWarning {
    /// Codes of all warnings.
    Set<String> CODES =
            Set.of(
                    "too-few-repetitions",
                    "wide-interval",
                    "drift",
                    "unsteady",
                    "server-saturated",
                    "few-files",
                    "better-than-ideal",
                    "throttled",
                    "unverified");

    /// Code for programs, in lower case with hyphens.
    String code();

    /// The condition with its figures, as one sentence without a full stop.
    String sentence();

    /// The remedy, without a full stop.
    String remedy();

    /// The warning in the form of run.json.
    default RecordedWarning recorded() {
        return new RecordedWarning(code(), sentence(), remedy());
    }

    /// There are too few JVMs per mode to show how much JVMs differ.
    ///
    /// @param blocks largest number of blocks of a concurrent mode
    record TooFewRepetitions(int blocks) implements ResultWarning {
        @Override
        public String code() {
            return "too-few-repetitions";
        }

        @Override
        public String sentence() {
            return "%d %s of each mode cannot show how much JVMs differ"
                    .formatted(blocks, blocks == 1 ? "JVM" : "JVMs");
        }

        @Override
        public String remedy() {
            return "measure with --repetitions=3 or more, or with --verdict";
        }
    }

    /// The interval of a wall time is wide.
    ///
    /// @param reach distance from the estimate to the upper end, as a share of the estimate
    record WideInterval(BenchmarkCase setting, ModeName mode, double reach, int repetitions)
            implements ResultWarning {
        @Override
        public String code() {
            return "wide-interval";
        }

        @Override
        public String sentence() {
            return "the wall time of %s with %s may be off by %s"
                    .formatted(mode.label(), setting, FigureFormat.difference(1 + reach));
        }

        @Override
        public String remedy() {
            return "measure with more --repetitions (there were %d), and on a quieter machine"
                    .formatted(repetitions);
        }
    }

    /// The warm passes of a JVM became faster or slower.
    ///
    /// @param change relative change of wall time from the first warm pass to the last
    record Drift(BenchmarkCase setting, ModeName mode, double change) implements ResultWarning {
        @Override
        public String code() {
            return "drift";
        }

        @Override
        public String sentence() {
            return "warm passes of %s with %s became %s %s from the first to the last of a JVM"
                    .formatted(
                            mode.label(),
                            setting,
                            FigureFormat.percent(Math.abs(change)),
                            change > 0 ? "slower" : "faster");
        }

        @Override
        public String remedy() {
            return change > 0
                    ? "look for what fills up or heats up, or take fewer --passes"
                    : "warm up until the JVM is steady (--warmup=steady), or longer, such as with --warmup=40000";
        }
    }

    /// JVMs were not steady after their warm-up or in their warm passes.
    record Unsteady(BenchmarkCase setting, ModeName mode, Steadiness steadiness)
            implements ResultWarning {
        @Override
        public String code() {
            return "unsteady";
        }

        @Override
        public String sentence() {
            return "%d of %d JVMs of %s with %s were not steady, the first one: %s%s"
                    .formatted(
                            steadiness.reasons().size(),
                            steadiness.jvms(),
                            mode.label(),
                            setting,
                            steadiness.reasons().getFirst(),
                            steadiness.isEnough() ? "" : "; its CPU per upload is left out");
        }

        @Override
        public String remedy() {
            return "measure on a quieter machine, or look at the curves with weft plot --chart=warmup";
        }
    }

    /// The cores were the limit, and the server used more of them than the client.
    ///
    /// @param server share of the CPU time of all cores that the server used
    /// @param client share that the client used
    record ServerSaturated(BenchmarkCase setting, ModeName mode, double server, double client)
            implements ResultWarning {
        @Override
        public String code() {
            return "server-saturated";
        }

        @Override
        public String sentence() {
            return "with %s, the embedded server took %s of the cores and %s %s: the server was the limit, not the client"
                    .formatted(
                            setting,
                            FigureFormat.percent(server),
                            mode.label(),
                            FigureFormat.percent(client));
        }

        @Override
        public String remedy() {
            return "measure against a server on another machine (weft serve there, --endpoint here)";
        }
    }

    /// There are too few files for the concurrency.
    record FewFiles(BenchmarkCase setting) implements ResultWarning {
        /// Files per unit of concurrency from which on the start and end of a pass matter little.
        static final int ENOUGH = 20;

        @Override
        public String code() {
            return "few-files";
        }

        @Override
        public String sentence() {
            return "%,d files are few for %d at once: much of a pass is its start and its end"
                    .formatted(setting.files(), setting.concurrency());
        }

        @Override
        public String remedy() {
            return "take %,d files or more to judge a concurrency of %d (--files=20xC)"
                    .formatted(ENOUGH * setting.concurrency(), setting.concurrency());
        }
    }

    /// The server throttled a mode.
    ///
    /// @param attempts number of attempts answered with 503 or 429
    /// @param uploads number of stored and failed uploads
    record Throttled(BenchmarkCase setting, ModeName mode, long attempts, long uploads)
            implements ResultWarning {
        @Override
        public String code() {
            return "throttled";
        }

        @Override
        public String sentence() {
            return "%s with %s was throttled: %,d %s at %,d uploads %s answered 503 or 429"
                    .formatted(
                            mode.label(),
                            setting,
                            attempts,
                            attempts == 1 ? "attempt" : "attempts",
                            uploads,
                            attempts == 1 ? "was" : "were");
        }

        @Override
        public String remedy() {
            return mode == ModeName.SEQUENTIAL
                    ? "its times are those of waiting; measure when others leave the server alone"
                    : "its times are those of waiting; lower --concurrency";
        }
    }

    /// A mode was faster than the ideal.
    record BetterThanIdeal(BenchmarkCase setting, ModeName mode, double efficiency)
            implements ResultWarning {
        @Override
        public String code() {
            return "better-than-ideal";
        }

        @Override
        public String sentence() {
            return "%s with %s reached %s of the ideal: the server was slower during the calibration"
                    .formatted(mode.label(), setting, FigureFormat.percent(efficiency));
        }

        @Override
        public String remedy() {
            return "trust no efficiency of this run, and measure again";
        }
    }

    /// Successful passes were not verified.
    record Unverified(int passes) implements ResultWarning {
        @Override
        public String code() {
            return "unverified";
        }

        @Override
        public String sentence() {
            return "%,d %s not verified: that the bucket held the uploads rests on the server's answers alone"
                    .formatted(passes, passes == 1 ? "pass was" : "passes were");
        }

        @Override
        public String remedy() {
            return "leave out --verify=none to trust and to draw them";
        }
    }
}
