package dev.weft.store;

import com.google.common.base.Throwables;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// Why no secure connection comes about. The two HTTP clients tell it by different exceptions.
enum TlsFailure {
    /// The server's certificate is expired, or not yet valid.
    OUTDATED(
            "CertificateOutdated",
            "has a certificate that is not valid today",
            "have it renewed, or set the clock of this machine"),
    /// Nobody who is trusted signed the server's certificate.
    UNTRUSTED(
            "CertificateUntrusted",
            "has a certificate of an authority that is not trusted",
            "name a file with the authority's own certificate by --ca-file or AWS_CA_BUNDLE"),
    /// The server's certificate is for other hosts.
    OTHER_HOST(
            "CertificateOfAnotherHost",
            "has a certificate that is for another host",
            "name the host in --endpoint as its certificate does"),
    /// Something else of the handshake.
    NO_TLS("Tls", "does not agree on TLS", "check http and https in --endpoint");

    private final String code;
    private final String happened;
    private final String remedy;

    TlsFailure(String code, String happened, String remedy) {
        this.code = code;
        this.happened = happened;
        this.remedy = remedy;
    }

    /// What a failure says of TLS; empty where it is about something else.
    static Optional<TlsFailure> of(Throwable failure) {
        List<Throwable> chain = Throwables.getCausalChain(failure);
        if (chain.stream().noneMatch(SSLException.class::isInstance)) {
            return Optional.empty();
        }
        for (Throwable cause : chain.reversed()) {
            switch (cause) {
                case CertificateExpiredException _, CertificateNotYetValidException _ -> {
                    return Optional.of(OUTDATED);
                }
                case CertPathBuilderException _, CertPathValidatorException _ -> {
                    return Optional.of(UNTRUSTED);
                }
                case SSLPeerUnverifiedException _, CertificateException _ -> {
                    return Optional.of(OTHER_HOST);
                }
                default -> {}
            }
        }
        return Optional.of(NO_TLS);
    }

    /// One word.
    String code() {
        return code;
    }

    /// One sentence.
    ///
    /// @param where the target
    /// @param detail in the words of who found it
    String sentence(String where, String detail) {
        return "%s %s (%s); %s".formatted(where, happened, detail, remedy);
    }
}
