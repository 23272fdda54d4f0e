package dev.weft.store;

import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.scheme.AwsV4AuthScheme;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignRequest;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignedRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.IdentityProviders;

/// Signs with signature version 4 and an unsigned payload, over plain HTTP too.
///
/// Over plain HTTP, the SDK's blocking client signs the payload and its asynchronous client does
/// not, which makes their uploads unequal. The scheme is not part of the signature. The signer
/// therefore gets https requests, whose payload both leave unsigned; the signed requests get their
/// scheme back.
final class UnsignedPayloadScheme implements AwsV4AuthScheme {
    private final AwsV4HttpSigner signer = new Signer(AwsV4HttpSigner.create());

    @Override
    public String schemeId() {
        return SCHEME_ID;
    }

    @Override
    public IdentityProvider<AwsCredentialsIdentity> identityProvider(IdentityProviders providers) {
        return providers.identityProvider(AwsCredentialsIdentity.class);
    }

    @Override
    public AwsV4HttpSigner signer() {
        return signer;
    }

    private record Signer(AwsV4HttpSigner delegate) implements AwsV4HttpSigner {
        @Override
        public SignedRequest sign(SignRequest<? extends AwsCredentialsIdentity> request) {
            SignedRequest signed =
                    delegate.sign(
                            request.copy(
                                    unsigned ->
                                            unsigned.request(https(request.request()))
                                                    .putProperty(PAYLOAD_SIGNING_ENABLED, false)));
            return signed.copy(
                    sent -> sent.request(restore(signed.request(), request.request().protocol())));
        }

        @Override
        public CompletableFuture<AsyncSignedRequest> signAsync(
                AsyncSignRequest<? extends AwsCredentialsIdentity> request) {
            String protocol = request.request().protocol();
            return delegate.signAsync(
                            request.copy(
                                    unsigned ->
                                            unsigned.request(https(request.request()))
                                                    .putProperty(PAYLOAD_SIGNING_ENABLED, false)))
                    .thenApply(
                            signed ->
                                    signed.copy(
                                            sent ->
                                                    sent.request(
                                                            restore(signed.request(), protocol))));
        }

        private static SdkHttpRequest https(SdkHttpRequest request) {
            // The signed Host header must keep an explicit port of the URL.
            return request.copy(r -> r.protocol("https").port(request.port()));
        }

        private static SdkHttpRequest restore(SdkHttpRequest signed, String protocol) {
            return signed.copy(r -> r.protocol(protocol));
        }
    }
}
