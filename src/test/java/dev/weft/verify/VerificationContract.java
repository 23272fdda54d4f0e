package dev.weft.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ModeName;
import dev.weft.plan.Target;
import dev.weft.plan.VerifyLevel;
import dev.weft.testing.SmallZip;
import dev.weft.testing.Uploaded;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every S3 owes to who reads the bucket back and tidies up: what is planted is found by
/// weft's own client, at each level that can see it, and nothing but weft's own keys is deleted.
interface VerificationContract {
    /// More than two pages of a listing, and more keys than two requests can delete.
    int MANY = 2_500;

    /// The server, with a bucket that is there.
    Target target();

    @ParameterizedTest
    @EnumSource(ModeName.class)
    default void everythingThatAModeUploadedIsThere(ModeName mode, @TempDir Path folder)
            throws Exception {
        try (Uploaded uploaded = Uploaded.to(target(), mode, folder, files())) {
            assertThat(uploaded.verify(VerifyLevel.CONTENT))
                    .isEqualTo(new Verification(files().size(), List.of(), List.of(), List.of()));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    default void everyLevelIsContentWithWhatWasUploaded(VerifyLevel level, @TempDir Path folder)
            throws Exception {
        try (Uploaded uploaded = upload(folder)) {
            assertThat(uploaded.verify(level))
                    .isEqualTo(new Verification(files().size(), List.of(), List.of(), List.of()));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    default void everyLevelFindsAMissingObject(VerifyLevel level, @TempDir Path folder)
            throws Exception {
        try (Uploaded uploaded = upload(folder)) {
            uploaded.remove(uploaded.key(2));
            assertThat(uploaded.verify(level))
                    .isEqualTo(
                            new Verification(
                                    files().size() - 1,
                                    List.of(uploaded.key(2)),
                                    List.of(),
                                    List.of()));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    default void everyLevelFindsATruncatedObject(VerifyLevel level, @TempDir Path folder)
            throws Exception {
        try (Uploaded uploaded = upload(folder)) {
            uploaded.plant(uploaded.key(1), SmallZip.noise(199));
            assertThat(uploaded.verify(level)).isEqualTo(wrong(uploaded, 1));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    default void everyLevelButListFindsAChangedByte(VerifyLevel level, @TempDir Path folder)
            throws Exception {
        try (Uploaded uploaded = upload(folder)) {
            byte[] changed = uploaded.bytes(3);
            changed[1_000_000] ^= 1;
            uploaded.plant(uploaded.key(3), changed);
            assertThat(uploaded.verify(level))
                    .isEqualTo(
                            level == VerifyLevel.LIST
                                    ? new Verification(
                                            files().size(), List.of(), List.of(), List.of())
                                    : wrong(uploaded, 3));
        }
    }

    @Test
    default void theChecksumThatTheServerKeepsDecidesWhereTagsTellNothing(@TempDir Path folder)
            throws Exception {
        try (Uploaded uploaded = upload(folder)) {
            assertThat(uploaded.verifyUntagged(VerifyLevel.CHECKSUM))
                    .isEqualTo(new Verification(files().size(), List.of(), List.of(), List.of()));
            byte[] changed = uploaded.bytes(3);
            changed[1_000_000] ^= 1;
            uploaded.plant(uploaded.key(3), changed);
            assertThat(uploaded.verifyUntagged(VerifyLevel.CHECKSUM)).isEqualTo(wrong(uploaded, 3));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    default void everyLevelFindsAForeignObjectAndTakesItForNoOther(
            VerifyLevel level, @TempDir Path folder) throws Exception {
        try (Uploaded uploaded = upload(folder)) {
            String foreign = uploaded.prefix() + "00000000-smaller";
            uploaded.remove(uploaded.key(0));
            uploaded.plant(foreign, uploaded.bytes(0));
            assertThat(uploaded.verify(level))
                    .isEqualTo(
                            new Verification(
                                    files().size() - 1,
                                    List.of(uploaded.key(0)),
                                    List.of(),
                                    List.of(foreign)));
        }
    }

    @Test
    default void deletesItsOwnKeysAndNoOthers(@TempDir Path folder) throws Exception {
        try (Uploaded uploaded = upload(folder)) {
            String within = uploaded.prefix() + "00000000-smaller";
            String beside = uploaded.prefix().replaceFirst("/$", "0");
            uploaded.plant(within, new byte[1]);
            uploaded.plant(beside, new byte[1]);
            uploaded.deleteOwn();
            assertThat(uploaded.keys(beside.substring(0, beside.length() - 1)))
                    .containsExactlyInAnyOrder(within, beside);
        }
    }

    @Test
    default void listsAndDeletesPageByPage(@TempDir Path folder) throws Exception {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int index = 0; index < MANY; index++) {
            many.put("f" + index, new byte[] {(byte) index});
        }
        try (Uploaded uploaded = Uploaded.to(target(), ModeName.ASYNC, folder, many)) {
            assertThat(uploaded.verify(VerifyLevel.CHECKSUM))
                    .isEqualTo(new Verification(MANY, List.of(), List.of(), List.of()));
            uploaded.deleteOwn();
            assertThat(uploaded.keys(uploaded.prefix())).isEmpty();
        }
    }

    /// Odd names, no byte at all, and one that is streamed rather than held in memory.
    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("small", SmallZip.noise(100));
        files.put("ü %41+ \u0001//x", SmallZip.noise(200));
        files.put("empty", new byte[0]);
        files.put("large", SmallZip.noise(1_500_000));
        files.put("a b/c+d&e='f'<g>\"h\"?i#j", SmallZip.noise(300));
        files.put("../up/./€😀", SmallZip.noise(400));
        return files;
    }

    private Uploaded upload(Path folder) throws Exception {
        return Uploaded.to(target(), ModeName.VIRTUAL, folder, files());
    }

    private static Verification wrong(Uploaded uploaded, int index) {
        return new Verification(
                files().size() - 1, List.of(), List.of(uploaded.key(index)), List.of());
    }
}
