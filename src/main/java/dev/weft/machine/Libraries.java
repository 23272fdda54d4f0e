package dev.weft.machine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/// The versions of the libraries that carry requests, as their jars on the class path state them;
/// empty where a jar states none.
///
/// @param awsSdk the AWS SDK
/// @param netty what the asynchronous mode's client is made of
/// @param httpClient Apache HttpClient 5, the other modes' client
/// @param s3proxy the embedded server
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

    /// Those on the class path. Loads none of their classes: Maven leaves its coordinates in a jar.
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

    /// Reads a resource; one that is missing or cannot be read has no properties.
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
