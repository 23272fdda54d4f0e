package dev.weft.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.diagnose.Stack.Frame;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackTest {
    @ParameterizedTest
    @CsvSource({
        "dev.weft.archive.UnzipStage, WEFT",
        "software.amazon.awssdk.http.nio.netty.internal.NettyRequestExecutor, SDK",
        "io.netty.channel.nio.NioEventLoop, NETTY",
        "org.apache.hc.core5.pool.StrictConnPool, APACHE",
        "sun.nio.ch.SocketDispatcher, INPUT_OUTPUT",
        "java.io.RandomAccessFile, INPUT_OUTPUT",
        "java.util.zip.CRC32, CRYPTO",
        "javax.crypto.Mac, CRYPTO",
        "java.lang.VirtualThread, THREADS",
        "java.util.concurrent.locks.ReentrantLock$Sync, THREADS",
        "jdk.jfr.internal.JVM, RECORDER"
    })
    void everyLayerIsKnownByItsPackages(String type, CodeOwner layer) {
        assertThat(CodeOwner.of(type)).contains(layer);
    }

    @ParameterizedTest
    @CsvSource({"java.util.HashMap", "java.net.URI", "org.slf4j.Logger", "java.util.zip.Inflater"})
    void aHelperBelongsToNoLayer(String type) {
        assertThat(CodeOwner.of(type)).isEmpty();
    }

    @Test
    void aHelperIsPutDownToWhoCallsIt() {
        Stack stack =
                stack(
                        "java.util.HashMap.get",
                        "java.util.Map.getOrDefault",
                        "software.amazon.awssdk.A.sign",
                        "dev.weft.store.B.put");
        assertThat(stack.top()).isEqualTo("java.util.HashMap.get");
        assertThat(stack.codeOwner()).isEqualTo(CodeOwner.SDK);
        assertThat(stack.ownerFrame()).contains(new Frame("software.amazon.awssdk.A", "sign"));
    }

    @Test
    void theInnermostLayerCounts() {
        assertThat(stack("sun.nio.ch.Net.poll", "org.apache.hc.A.read").codeOwner())
                .isEqualTo(CodeOwner.INPUT_OUTPUT);
    }

    @Test
    void theCallerIsTheInnermostOutsideTheJdk() {
        assertThat(
                        stack(
                                        "jdk.internal.misc.Unsafe.park",
                                        "java.util.concurrent.locks.ReentrantLock.lock",
                                        "org.apache.hc.Pool.lease",
                                        "dev.weft.store.B.put")
                                .applicationMethod())
                .isEqualTo("org.apache.hc.Pool.lease");
        assertThat(stack("java.lang.Thread.run").applicationMethod())
                .isEqualTo("java.lang.Thread.run");
    }

    @Test
    void aLayerIsInvolvedWhereverItIs() {
        Stack stack = stack("java.util.HashMap.get", "io.netty.A.b", "jdk.jfr.internal.C.d");
        assertThat(stack.involves(CodeOwner.RECORDER)).isTrue();
        assertThat(stack.involves(CodeOwner.NETTY)).isTrue();
        assertThat(stack.involves(CodeOwner.SDK)).isFalse();
    }

    @Test
    void aStackWithoutFramesIsOfNobody() {
        assertThat(stack().codeOwner()).isEqualTo(CodeOwner.OTHER);
        assertThat(stack().top()).isEqualTo("(unknown)");
    }

    @ParameterizedTest
    @CsvSource({
        "[B, byte[]",
        "[[J, long[][]",
        "[Ljava.lang.Object;, java.lang.Object[]",
        "java.lang.String, java.lang.String"
    })
    void classesAreNamedAsInSourceFiles(String jvm, String readable) {
        assertThat(RecordingReader.typeName(jvm)).isEqualTo(readable);
    }

    private static Stack stack(String... methods) {
        return new Stack(
                Arrays.stream(methods)
                        .map(
                                method ->
                                        new Frame(
                                                method.substring(0, method.lastIndexOf('.')),
                                                method.substring(method.lastIndexOf('.') + 1)))
                        .toList());
    }
}
