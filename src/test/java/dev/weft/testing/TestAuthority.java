package dev.weft.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// An unknown certificate authority, created by the JDK's `keytool`, and a server's certificate
/// that it signed.
///
/// @param file certificate of the authority in PEM form
/// @param context TLS context of the server
public record TestAuthority(Path file, SSLContext context) {
    private static final String PASSWORD = "changeit";

    /// Makes both.
    ///
    /// @param folder for the files, used for nothing else
    /// @param host that the certificate is for, such as `ip:127.0.0.1` or `dns:s3.example`
    public static TestAuthority make(Path folder, String host) throws Exception {
        Files.createDirectories(folder);
        Path keys = folder.resolve("keys.p12");
        Path file = folder.resolve("authority.pem");
        keytool(
                keys,
                "-genkeypair",
                "-alias",
                "authority",
                "-dname",
                "CN=authority",
                "-ext",
                "bc:c");
        keytool(
                keys,
                "-genkeypair",
                "-alias",
                "server",
                "-dname",
                "CN=server",
                "-ext",
                "san=" + host,
                "-signer",
                "authority");
        keytool(keys, "-exportcert", "-alias", "authority", "-rfc", "-file", file.toString());
        return new TestAuthority(file, context(keys));
    }

    private static SSLContext context(Path file) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(file)) {
            keys.load(stream, PASSWORD.toCharArray());
        }
        keys.deleteEntry("authority");
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(Path keys, String... words) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(words));
        command.addAll(List.of("-keystore", keys.toString(), "-storepass", PASSWORD));
        if (command.contains("-genkeypair")) {
            command.addAll(List.of("-keyalg", "EC", "-validity", "2", "-storetype", "PKCS12"));
        }
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }
}
