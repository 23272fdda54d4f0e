package dev.weft.server;

import com.google.common.base.Ticker;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An S3 server in this JVM: S3Proxy in front of our own store. Its objects exist until it is
/// closed.
public final class EmbeddedServer implements AutoCloseable {
    /// Region of the server. Requests may be signed for any region.
    public static final String REGION = "us-east-1";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final long STOP_SECONDS = 10;

    private final S3Proxy proxy;
    private final ExecutorService requests;
    private final SpillFile spill;
    private final URI endpoint;

    private EmbeddedServer(S3Proxy proxy, ExecutorService requests, SpillFile spill, URI endpoint) {
        this.proxy = proxy;
        this.requests = requests;
        this.spill = spill;
        this.endpoint = endpoint;
    }

    /// Starts a server. It accepts requests when this returns.
    ///
    /// @throws ServerStartException if the address, the port or the folder is unusable
    public static EmbeddedServer start(ServerSettings settings) throws ServerStartException {
        return start(settings, UnaryOperator.identity());
    }

    /// Starts a server with a wrapper around its store, latency included.
    static EmbeddedServer start(ServerSettings settings, UnaryOperator<BlobStore> around)
            throws ServerStartException {
        HeapBudget shares = HeapBudget.of(settings.memoryBytes(), Runtime.getRuntime().maxMemory());
        URI address = address(settings, settings.port());
        SpillFile spill = openSpill(settings);
        FaultInstaller faults =
                new FaultInstaller(settings.faults(), Ticker.systemTicker(), Thread::sleep);
        Buckets buckets =
                new Buckets(new MemoryBudget(shares.indexBytes()), InstantSource.system());
        buckets.create(settings.bucket());
        BlobStore store = around.apply(faults.around(store(settings, buckets, shares, spill)));
        ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
        S3Proxy proxy = proxy(settings.credentials(), shares, address, store);
        JettyTuning.apply(
                proxy,
                requests,
                handlers ->
                        faults.inFrontOf(
                                new BucketConfigurationHandler(
                                        new FastUploadHandler(
                                                handlers,
                                                store,
                                                buckets::has,
                                                new SignatureCheck(
                                                        settings.credentials(),
                                                        InstantSource.system())),
                                        buckets::has)),
                settings.faults().latency().longest(),
                shares.bufferBytes());
        try {
            proxy.start();
            return new EmbeddedServer(proxy, requests, spill, address(settings, proxy.getPort()));
        } catch (Exception e) {
            release(proxy, requests, spill);
            throw StartFailureText.of(settings, e);
        }
    }

    /// Returns the address, as `http://host:port`.
    public URI endpoint() {
        return endpoint;
    }

    /// Ends the server, even during requests. Leaves no thread, file or socket.
    @Override
    public void close() {
        release(proxy, requests, spill);
    }

    private static SpillFile openSpill(ServerSettings settings) throws ServerStartException {
        try {
            return SpillFile.open(settings.spillFolder());
        } catch (IOException e) {
            throw StartFailureText.ofSpillFolder(settings, e);
        }
    }

    private static BlobStore store(
            ServerSettings settings, Buckets buckets, HeapBudget shares, SpillFile spill) {
        BodyReader bodies = new BodyReader(new MemoryStorage(shares.bodyBytes()), spill);
        return new ObjectStore(buckets, bodies, InstantSource.system(), settings.entityTag());
    }

    private static S3Proxy proxy(
            ServerCredentials credentials, HeapBudget shares, URI address, BlobStore store) {
        return S3Proxy.builder()
                .blobStore(store)
                .endpoint(address)
                .awsAuthentication(
                        AuthenticationType.AWS_V4,
                        credentials.accessKeyId(),
                        credentials.secretAccessKey())
                .v4MaxNonChunkedRequestSize(HeapGate.largestBodyBytes(shares.bufferBytes()))
                .v4MaxChunkSize(HeapGate.LARGEST_CHUNK_BYTES)
                .stopTimeout(0)
                .build();
    }

    private static URI address(ServerSettings settings, int port) throws ServerStartException {
        try {
            return new URI("http", null, settings.host(), port, "", null, null);
        } catch (URISyntaxException e) {
            throw StartFailureText.ofHost(settings, e);
        }
    }

    private static void release(S3Proxy proxy, ExecutorService requests, SpillFile spill) {
        try {
            proxy.stop();
        } catch (Exception e) {
            LOG.warn("the embedded server did not stop cleanly", e);
        }
        requests.shutdownNow();
        try {
            if (!requests.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("requests to the embedded server did not end in {} s", STOP_SECONDS);
            }
            spill.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("the spill file did not close cleanly", e);
        }
    }
}
