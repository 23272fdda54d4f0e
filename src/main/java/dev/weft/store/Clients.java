package dev.weft.store;

import dev.weft.plan.Credentials;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.Target;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3BaseClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;

/// Builds the SDK's clients from a target and a fairness contract. Only this class applies their
/// settings.
///
/// It sets every option that affects an upload, equally for both clients. Otherwise the SDK would
/// take it from defaults, the environment or a profile.
final class Clients {
    private Clients() {}

    /// Builds the blocking client, on Apache 5.
    static S3Client blocking(Target target, FairnessContract contract) {
        Apache5HttpClient.Builder http =
                Apache5HttpClient.builder()
                        .maxConnections(contract.poolSize())
                        .connectionTimeout(contract.connectTimeout())
                        .connectionAcquisitionTimeout(contract.acquireTimeout())
                        .connectionMaxIdleTime(FairnessContract.IDLE_LIMIT)
                        .socketTimeout(socketTimeout(contract))
                        .proxyConfiguration(ProxyRoute.to(target).apache())
                        .expectContinueEnabled(false);
        CertificateAuthorities.of(target)
                .ifPresent(managers -> http.tlsTrustManagersProvider(() -> managers));
        return common(S3Client.builder(), target, contract)
                .httpClientBuilder(new TracedBlockingHttp.Builder(http))
                .build();
    }

    /// Builds the asynchronous client, on Netty. Its event loops end when it is closed.
    static S3AsyncClient nonBlocking(Target target, FairnessContract contract) {
        return nonBlocking(target, contract, SdkEventLoopGroup.builder().build());
    }

    /// Builds the asynchronous client on given event loops, which end even if the building fails.
    static S3AsyncClient nonBlocking(
            Target target, FairnessContract contract, SdkEventLoopGroup eventLoops) {
        try {
            return buildNonBlocking(eventLoops, target, contract);
        } catch (RuntimeException e) {
            TracedNonBlockingHttp.end(eventLoops);
            throw e;
        }
    }

    private static S3AsyncClient buildNonBlocking(
            SdkEventLoopGroup eventLoops, Target target, FairnessContract contract) {
        NettyNioAsyncHttpClient.Builder http =
                NettyNioAsyncHttpClient.builder()
                        .maxConcurrency(contract.poolSize())
                        .maxPendingConnectionAcquires(Integer.MAX_VALUE)
                        .connectionTimeout(contract.connectTimeout())
                        .connectionAcquisitionTimeout(contract.acquireTimeout())
                        .connectionMaxIdleTime(FairnessContract.IDLE_LIMIT)
                        .readTimeout(socketTimeout(contract))
                        .writeTimeout(socketTimeout(contract))
                        .proxyConfiguration(ProxyRoute.to(target).netty())
                        .protocol(Protocol.HTTP1_1)
                        .eventLoopGroup(eventLoops);
        CertificateAuthorities.of(target)
                .ifPresent(managers -> http.tlsTrustManagersProvider(() -> managers));
        return common(S3AsyncClient.builder(), target, contract)
                .httpClientBuilder(new TracedNonBlockingHttp.Builder(http, eventLoops))
                // The completion of an upload is short and never blocks, so it runs on the event
                // loop. The SDK's own pool would add a thread switch and up to 50 threads.
                .asyncConfiguration(
                        asynchronous ->
                                asynchronous.advancedOption(
                                        SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR,
                                        Runnable::run))
                .build();
    }

    /// Longest silence of a connection. It exceeds the attempt timeout, so that a slow attempt
    /// fails with the same error in both clients.
    private static Duration socketTimeout(FairnessContract contract) {
        return contract.attemptTimeout().plusSeconds(1);
    }

    private static <B extends S3BaseClientBuilder<B, C>, C> B common(
            B builder, Target target, FairnessContract contract) {
        builder.region(Region.of(target.region()))
                .credentialsProvider(provider(target.credentials()))
                .putAuthScheme(new UnsignedPayloadScheme())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(
                        S3Configuration.builder()
                                .pathStyleAccessEnabled(target.pathStyle())
                                .chunkedEncodingEnabled(false)
                                .expectContinueEnabled(false)
                                .build())
                .overrideConfiguration(overrides(target, contract));
        target.endpoint().ifPresent(builder::endpointOverride);
        return builder;
    }

    private static ClientOverrideConfiguration overrides(Target target, FairnessContract contract) {
        ClientOverrideConfiguration.Builder overrides =
                ClientOverrideConfiguration.builder()
                        .apiCallTimeout(contract.callTimeout())
                        .apiCallAttemptTimeout(contract.attemptTimeout())
                        .retryStrategy(
                                StandardRetryStrategy.builder()
                                        .maxAttempts(contract.maxAttempts())
                                        .build())
                        .executionInterceptors(List.<ExecutionInterceptor>of(new AttemptCounter()));
        if (target.credentials() instanceof Credentials.Static) {
            overrides.defaultProfileFile(ProfileFile.aggregator().build());
        }
        return overrides.build();
    }

    static AwsCredentialsProvider provider(Credentials credentials) {
        return switch (credentials) {
            case Credentials.Static(var id, var secret, var token) ->
                    StaticCredentialsProvider.create(
                            token.isPresent()
                                    ? AwsSessionCredentials.create(id, secret, token.get())
                                    : AwsBasicCredentials.create(id, secret));
            case Credentials.Chain(var profile) -> {
                DefaultCredentialsProvider.Builder chain = DefaultCredentialsProvider.builder();
                profile.ifPresent(chain::profileName);
                yield chain.build();
            }
        };
    }
}
