package dev.weft.store;

import dev.weft.plan.Target;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Loads the certificate authorities that a TLS connection trusts: those of the JDK and those of
/// the CA file. The checks of the JDK stay unchanged.
public final class CertificateAuthorities {
    private static final Pattern PEM =
            Pattern.compile(
                    "-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----.*?-----END (?:X509 |TRUSTED )?CERTIFICATE-----",
                    Pattern.DOTALL);

    private CertificateAuthorities() {}

    /// Checks that a file holds certificates.
    ///
    /// @throws StoreException if it holds none or cannot be read
    public static void check(Path file) throws StoreException {
        var _ = read(file);
    }

    /// Trust managers for a target with a CA file; empty if the JDK's own suffice.
    static Optional<TrustManager[]> of(Target target) {
        return target.caFile().map(CertificateAuthorities::trustManagers);
    }

    /// Socket factory for HTTP clients outside the SDK; empty if the JDK's own suffices.
    static Optional<SSLSocketFactory> sockets(Target target) {
        return of(target)
                .map(
                        trust -> {
                            try {
                                SSLContext context = SSLContext.getInstance("TLS");
                                context.init(null, trust, null);
                                return context.getSocketFactory();
                            } catch (GeneralSecurityException e) {
                                throw new IllegalStateException("every JDK has TLS", e);
                            }
                        });
    }

    private static TrustManager[] trustManagers(Path file) {
        try {
            List<Certificate> certificates = new ArrayList<>(read(file));
            for (TrustManager manager : managers(null)) {
                if (manager instanceof X509TrustManager known) {
                    certificates.addAll(List.of(known.getAcceptedIssuers()));
                }
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate : certificates) {
                store.setCertificateEntry("authority-" + store.size(), certificate);
            }
            return managers(store);
        } catch (StoreException e) {
            throw new UncheckedStoreException(e);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every JDK can hold certificates", e);
        }
    }

    /// @param store key store of the authorities; null for those of the JDK
    private static TrustManager[] managers(@Nullable KeyStore store)
            throws GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static List<Certificate> read(Path file) throws StoreException {
        List<Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            // Text between certificates may have any encoding.
            Matcher blocks = PEM.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            while (blocks.find()) {
                certificates.add(
                        factory.generateCertificate(
                                new ByteArrayInputStream(
                                        blocks.group().getBytes(StandardCharsets.ISO_8859_1))));
            }
        } catch (NoSuchFileException e) {
            throw unusable(file, "does not exist", e);
        } catch (IOException e) {
            throw unusable(file, "cannot be read (%s)".formatted(e), e);
        } catch (CertificateException e) {
            throw unusable(file, "holds a certificate that is damaged", e);
        }
        if (certificates.isEmpty()) {
            throw new StoreException(sentence(file, "holds no certificate in PEM form"));
        }
        return certificates;
    }

    private static StoreException unusable(Path file, String problem, Exception cause) {
        return new StoreException(sentence(file, problem), cause);
    }

    private static String sentence(Path file, String problem) {
        return "the file of authorities %s %s; correct --ca-file or AWS_CA_BUNDLE"
                .formatted(file, problem);
    }
}
