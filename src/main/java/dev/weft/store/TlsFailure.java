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

/// Reasons why a TLS connection fails; the two HTTP clients report them by different exceptions.
enum TlsFailure {
    /// The server's certificate is expired or not yet valid.
    OUTDATED(
            "CertificateOutdated",
            "has a certificate that is not valid today",
            "have it renewed, or set the clock of this machine"),
    /// The server's certificate is not signed by a trusted authority.
    UNTRUSTED(
            "CertificateUntrusted",
            "has a certificate of an authority that is not trusted",
            "name a file with the authority's own certificate by --ca-file or AWS_CA_BUNDLE"),
    /// The server's certificate is for other hosts.
    OTHER_HOST(
            "CertificateOfAnotherHost",
            "has a certificate that is for another host",
            "name the host in --endpoint as its certificate does"),
    /// Another error of the handshake.
    NO_TLS("Tls", "does not agree on TLS", "check http and https in --endpoint");

    private final String code;
    private final String problem;
    private final String remedy;

    TlsFailure(String code, String problem, String remedy) {
        this.code = code;
        this.problem = problem;
        this.remedy = remedy;
    }

    /// Reason of a TLS failure; empty for other failures.
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

    /// Error code in one word.
    String code() {
        return code;
    }

    /// Message in one sentence.
    ///
    /// @param where description of the target
    /// @param detail message of the exception
    String sentence(String where, String detail) {
        return "%s %s (%s); %s".formatted(where, problem, detail, remedy);
    }
}
