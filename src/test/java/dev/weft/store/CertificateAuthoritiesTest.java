package dev.weft.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.plan.Target;
import dev.weft.testing.Specs;
import dev.weft.testing.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateAuthoritiesTest {
    @TempDir Path folder;

    @Test
    void areThoseOfTheFileBesideTheUsualOnes() throws Exception {
        Path one = TestAuthority.make(folder.resolve("one"), "dns:one").file();
        Path two = TestAuthority.make(folder.resolve("two"), "dns:two").file();
        Path both =
                file("# one\r\n" + Files.readString(one) + "\n\n# zwö\n" + Files.readString(two));
        CertificateAuthorities.check(both);

        List<X509Certificate> usual = issuers(usual());
        List<X509Certificate> trusted =
                issuers(CertificateAuthorities.of(Specs.nowhere().withCaFile(both)).orElseThrow());

        assertThat(usual).isNotEmpty();
        assertThat(trusted).hasSize(usual.size() + 2).containsAll(usual);
    }

    @Test
    void areLeftToTheJdkWhereThereIsNoFile() {
        Target target = Specs.nowhere();

        assertThat(CertificateAuthorities.of(target)).isEmpty();
        assertThat(CertificateAuthorities.sockets(target)).isEmpty();
    }

    @Test
    void needAFileThatIsThere() {
        assertRefused(folder.resolve("nowhere.pem"), "does not exist");
        assertRefused(folder, "cannot be read");
    }

    @Test
    void needACertificateInTheFile() throws IOException {
        assertRefused(file(""), "holds no certificate in PEM form");
        assertRefused(file("a letter to my bank"), "holds no certificate in PEM form");
        assertRefused(
                file("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"),
                "holds no certificate in PEM form");
        assertRefused(
                file("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"),
                "holds a certificate that is damaged");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("authorities.pem"), text);
    }

    private static void assertRefused(Path file, String what) {
        assertThatThrownBy(() -> CertificateAuthorities.check(file))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("the file of authorities " + file + " " + what)
                .hasMessageEndingWith("; correct --ca-file or AWS_CA_BUNDLE");
    }

    private static TrustManager[] usual() throws Exception {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return factory.getTrustManagers();
    }

    private static List<X509Certificate> issuers(TrustManager... managers) {
        List<X509Certificate> issuers = new ArrayList<>();
        for (TrustManager manager : managers) {
            issuers.addAll(List.of(((X509TrustManager) manager).getAcceptedIssuers()));
        }
        return issuers;
    }
}
