package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.session.ExitCode;
import dev.weft.testing.VersioningServer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `clean` in a bucket with versions: what it deletes, and what it reports of the rest.
class CleanVersionsTest {
    private static final String RUN = "weft/20261121T093000Z-1a2b/";
    private static final String SHOWN = RUN + "b1/1/00000000-a";
    private static final String HIDDEN = RUN + "b1/1/00000001-b";
    private static final String FOREIGN = "weft/mine/x";
    private static final String REMEDY = "allow s3:ListBucketVersions and s3:DeleteObjectVersion";

    @TempDir Path folder;

    private VersioningServer server;

    @BeforeEach
    void fill() throws IOException {
        server = VersioningServer.start();
        server.put(SHOWN);
        server.put(HIDDEN);
        server.hide(HIDDEN);
        server.put(FOREIGN);
        server.put(FOREIGN);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void deletesVersionsAndMarkersOfRunsAndNothingElse() throws Exception {
        Invocation clean = clean("--all", "--yes");

        assertThat(clean.exitCode()).as(clean.err()).isEqualTo(ExitCode.OK);
        assertThat(clean.out())
                .contains("versions")
                .containsPattern("1a2b +3 +6 +20\\d\\d-.*Z  to be deleted")
                .endsWith("deleted 3 versions of 1 run\n");
        assertThat(clean.err())
                .isEqualTo("weft: 2 versions are below weft/ of no run of weft, and left alone\n");
        assertThat(server.keys()).containsExactly(FOREIGN, FOREIGN);
    }

    @Test
    void showsWhatADeletionHidesAndDeletesNothingInADryRun() throws Exception {
        Invocation clean = clean("--all", "--dry-run");

        assertThat(clean.exitCode()).as(clean.err()).isEqualTo(ExitCode.OK);
        assertThat(clean.out()).containsPattern("1a2b +3 ");
        assertThat(server.keys()).containsExactly(SHOWN, HIDDEN, HIDDEN, FOREIGN, FOREIGN);
    }

    @Test
    void deletesObjectsAndSaysThatVersionsStayWhereThoseCannotBeListed() throws Exception {
        server.refuseListing();

        Invocation clean = clean("--all", "--yes");

        assertThat(clean.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(clean.out()).endsWith("deleted 1 object of 1 run\n");
        assertThat(clean.err())
                .contains("keeps versions that cannot be listed", "AccessDenied")
                .contains("at least 1 version of a deleted object is still below weft/", REMEDY);
        assertThat(server.keys()).containsExactly(SHOWN, HIDDEN, HIDDEN, FOREIGN, FOREIGN, SHOWN);
    }

    @Test
    void hidesEveryObjectOnceAndSaysThatVersionsStayWhereThoseCannotBeDeleted() throws Exception {
        server.refuseDeleting();

        var _ = clean("--all", "--yes");
        Invocation again = clean("--all", "--yes");

        assertThat(again.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(again.out()).endsWith("deleted 0 versions of 1 run\n");
        assertThat(again.err())
                .contains("at least 4 versions of deleted objects are still below weft/", REMEDY)
                .doesNotContain("the server reported them as deleted");
        assertThat(server.keys())
                .as("one marker more, of what was not hidden yet")
                .containsExactly(SHOWN, HIDDEN, HIDDEN, FOREIGN, FOREIGN, SHOWN);
    }

    @Test
    void saysThatVersionsMayStayWhereTheBucketDoesNotTellWhetherItKeepsAny() throws Exception {
        server.refuseToTell();

        Invocation clean = clean("--all", "--yes");

        assertThat(clean.exitCode()).as(clean.err()).isEqualTo(ExitCode.OK);
        assertThat(clean.out()).endsWith("deleted 1 object of 1 run\n");
        assertThat(clean.err()).contains("does not report whether it keeps versions; if it does,");
        assertThat(server.keys()).containsExactly(SHOWN, HIDDEN, HIDDEN, FOREIGN, FOREIGN, SHOWN);
    }

    private Invocation clean(String... options) throws Exception {
        String[] words = new String[options.length + 1];
        words[0] = "clean";
        System.arraycopy(options, 0, words, 1, options.length);
        return RunContract.weft(folder, server.target(), words);
    }
}
