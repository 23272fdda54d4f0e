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

/// Builds the SDK's clients from a target and a fairness contract: the one place where either
/// becomes a setting.
///
/// Everything that the SDK would otherwise take from its defaults, the environment or a profile,
/// and that bears on how an upload is made, is set here for both clients alike.
final class Clients {
    private Clients() {}

    /// The blocking client, on Apache 5.
    static S3Client blocking(Target target, FairnessContract contract) {
        Apache5HttpClient.Builder http =
                Apache5HttpClient.builder()
                        .maxConnections(contract.poolSize())
                        .connectionTimeout(contract.connectTimeout())
                        .connectionAcquisitionTimeout(contract.acquireTimeout())
                        .connectionMaxIdleTime(FairnessContract.IDLE_LIMIT)
                        .socketTimeout(beyondAnAttempt(contract))
                        .proxyConfiguration(ProxyRoute.to(target).apache())
                        .expectContinueEnabled(false);
        CertificateAuthorities.of(target).ifPresent(trust -> http.tlsTrustManagersProvider(() -> trust));
        return common(S3Client.builder(), target, contract)
                .httpClientBuilder(new TracedBlockingHttp.Builder(http))
                .build();
    }

    /// The asynchronous client, on Netty. Its event loops end when it is closed.
    static S3AsyncClient nonBlocking(Target target, FairnessContract contract) {
        return nonBlocking(target, contract, SdkEventLoopGroup.builder().build());
    }

    /// The same on given event loops, which end also where the client cannot be built.
    static S3AsyncClient nonBlocking(
            Target target, FairnessContract contract, SdkEventLoopGroup eventLoops) {
        try {
            return on(eventLoops, target, contract);
        } catch (RuntimeException e) {
            TracedNonBlockingHttp.end(eventLoops);
            throw e;
        }
    }

    private static S3AsyncClient on(
            SdkEventLoopGroup eventLoops, Target target, FairnessContract contract) {
        NettyNioAsyncHttpClient.Builder http =
                NettyNioAsyncHttpClient.builder()
                        .maxConcurrency(contract.poolSize())
                        .maxPendingConnectionAcquires(Integer.MAX_VALUE)
                        .connectionTimeout(contract.connectTimeout())
                        .connectionAcquisitionTimeout(contract.acquireTimeout())
                        .connectionMaxIdleTime(FairnessContract.IDLE_LIMIT)
                        .readTimeout(beyondAnAttempt(contract))
                        .writeTimeout(beyondAnAttempt(contract))
                        .proxyConfiguration(ProxyRoute.to(target).netty())
                        .protocol(Protocol.HTTP1_1)
                        .eventLoopGroup(eventLoops);
        CertificateAuthorities.of(target).ifPresent(trust -> http.tlsTrustManagersProvider(() -> trust));
        return common(S3AsyncClient.builder(), target, contract)
                .httpClientBuilder(new TracedNonBlockingHttp.Builder(http, eventLoops))
                // What follows an upload is short and never blocks, so it may run on the event
                // loop: the SDK's own pool would add a thread switch and up to 50 threads.
                .asyncConfiguration(
                        asynchronous ->
                                asynchronous.advancedOption(
                                        SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR,
                                        Runnable::run))
                .build();
    }

    /// How long a connection may be silent: a little longer than an attempt may take, so that an
    /// attempt that takes too long fails alike in both clients.
    private static Duration beyondAnAttempt(FairnessContract contract) {
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
