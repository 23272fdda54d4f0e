package dev.weft.machine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/// The versions of the libraries that carry requests, read from their jars. Empty if a jar has no
/// version.
///
/// @param netty HTTP client of the asynchronous mode
/// @param httpClient Apache HttpClient 5, HTTP client of the other modes
/// @param s3proxy embedded server
public record Libraries(
        Optional<String> awsSdk,
        Optional<String> netty,
        Optional<String> httpClient,
        Optional<String> s3proxy) {
    public Libraries {
        Objects.requireNonNull(awsSdk);
        Objects.requireNonNull(netty);
        Objects.requireNonNull(httpClient);
        Objects.requireNonNull(s3proxy);
    }

    /// Returns the versions on the class path. Reads the Maven properties in the jars, without
    /// loading classes.
    public static Libraries onTheClassPath() {
        return new Libraries(
                version("software.amazon.awssdk/sdk-core"),
                version("io.netty/netty-common"),
                version("org.apache.httpcomponents.client5/httpclient5"),
                version("org.gaul/s3proxy"));
    }

    private static Optional<String> version(String artifact) {
        String resource = "/META-INF/maven/" + artifact + "/pom.properties";
        return Optional.ofNullable(properties(resource).getProperty("version"));
    }

    /// Reads a properties resource. Returns no properties if it is missing or unreadable.
    static Properties properties(String resource) {
        Properties properties = new Properties();
        try (InputStream stream = Libraries.class.getResourceAsStream(resource)) {
            if (stream != null) {
                properties.load(stream);
            }
        } catch (IOException e) {
            properties.clear();
        }
        return properties;
    }
}
