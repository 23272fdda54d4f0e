package dev.weft.session;

import dev.weft.plan.ConcurrencyLevel;
import dev.weft.plan.ExperimentDesign;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.ItemsSummary;
import dev.weft.plan.ModeName;
import dev.weft.plan.Planner;
import dev.weft.plan.WarmupPolicy;
import dev.weft.testing.Golden;
import dev.weft.testing.Specs;
import dev.weft.verify.ArchiveManifest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PlanTableTest {
    private static final Path SMALL = Path.of("/zips/small.zip");
    private static final Path LARGE = Path.of("/zips/large.zip");

    @Test
    void showsEveryTrialInItsOrder() throws Exception {
        Golden.of(PlanTableTest.class, "plan-table.txt").check(table(5_000, false));
    }

    @Test
    void coldPassesAloneHaveNeitherWarmUpNorWarmPasses() throws Exception {
        Golden.of(PlanTableTest.class, "plan-table-cold.txt").check(table(5_000, true));
    }

    private static String table(int warmup, boolean coldOnly) {
        Archives archives =
                new Archives(
                        Map.of(SMALL, manifest(SMALL, 100), LARGE, manifest(LARGE, 500)),
                        List.of(
                                new ConcurrencyLevel(8, List.of(SMALL, LARGE)),
                                new ConcurrencyLevel(64, List.of(LARGE))));
        StringWriter out = new StringWriter();
        new PlanTable(
                        new Planner("r1", Specs.nowhere(), FairnessContract::standard, SMALL)
                                .trials(
                                        new ExperimentDesign(
                                                List.of(ModeName.SEQUENTIAL, ModeName.ASYNC),
                                                archives.loads(),
                                                2,
                                                3,
                                                new WarmupPolicy.Fixed(warmup),
                                                coldOnly,
                                                1)),
                        archives)
                .print(new PrintWriter(out));
        return out.toString();
    }

    private static ArchiveManifest manifest(Path zip, int files) {
        return new ArchiveManifest(
                zip,
                new ItemsSummary(
                        String.valueOf(zip.getFileName()),
                        files,
                        files * 1_024L,
                        OptionalLong.of(1_024),
                        "random",
                        OptionalLong.of(1)),
                List.of());
    }
}
