package dev.weft.store;

import dev.weft.plan.Target;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.utils.ProxyConfigProvider;

/// Selects the proxy of a target by its scheme: `HTTPS_PROXY` or the property `https.proxyHost` for
/// https, `HTTP_PROXY` or `http.proxyHost` for http.
///
/// By default both clients of the SDK use `HTTP_PROXY` for every target.
final class ProxyRoute {
    private final Optional<ProxyConfigProvider> settings;

    private ProxyRoute(Optional<ProxyConfigProvider> settings) {
        this.settings = settings;
    }

    /// Finds the proxy of a target. The embedded server is always reached directly.
    static ProxyRoute to(Target target) {
        return new ProxyRoute(
                switch (target.kind()) {
                    case EMBEDDED -> Optional.empty();
                    case CONFIGURED ->
                            Optional.ofNullable(
                                            ProxyConfigProvider.fromSystemEnvironmentSettings(
                                                    true, true, scheme(target)))
                                    .filter(
                                            found ->
                                                    found.host() != null
                                                            && !found.host().isEmpty());
                });
    }

    private static String scheme(Target target) {
        return target.endpoint().map(URI::getScheme).orElse("https");
    }

    /// Proxy configuration for Apache 5.
    ProxyConfiguration apache() {
        ProxyConfiguration.Builder apache =
                ProxyConfiguration.builder()
                        .useSystemPropertyValues(false)
                        .useEnvironmentVariableValues(false);
        settings.ifPresent(
                proxy -> {
                    apache.endpoint(
                                    URI.create(
                                            "http://%s:%d".formatted(proxy.host(), proxy.port())))
                            .nonProxyHosts(directHosts(proxy));
                    proxy.userName().ifPresent(apache::username);
                    proxy.password().ifPresent(apache::password);
                });
        return apache.build();
    }

    /// Proxy configuration for Netty.
    software.amazon.awssdk.http.nio.netty.ProxyConfiguration netty() {
        software.amazon.awssdk.http.nio.netty.ProxyConfiguration.Builder netty =
                software.amazon.awssdk.http.nio.netty.ProxyConfiguration.builder()
                        .useSystemPropertyValues(false)
                        .useEnvironmentVariableValues(false);
        settings.ifPresent(
                proxy -> {
                    netty.host(proxy.host()).port(proxy.port()).nonProxyHosts(directHosts(proxy));
                    proxy.userName().ifPresent(netty::username);
                    proxy.password().ifPresent(netty::password);
                });
        return netty.build();
    }

    /// Proxy for an HTTP client of the JDK.
    Proxy jdk(URI url) {
        return settings.filter(proxy -> !isDirect(proxy, url.getHost()))
                .map(
                        proxy ->
                                new Proxy(
                                        Proxy.Type.HTTP,
                                        new InetSocketAddress(proxy.host(), proxy.port())))
                .orElse(Proxy.NO_PROXY);
    }

    private static boolean isDirect(ProxyConfigProvider proxy, String host) {
        return directHosts(proxy).stream()
                .anyMatch(pattern -> host.toLowerCase(Locale.ROOT).matches(pattern));
    }

    /// Patterns of hosts that need no proxy. `.example.com` in `NO_PROXY` means the hosts of a
    /// domain, which the SDK does not support.
    private static Set<String> directHosts(ProxyConfigProvider proxy) {
        return proxy.nonProxyHosts().stream()
                .map(
                        host ->
                                host.startsWith(".") && !host.startsWith(".*")
                                        ? ".*" + Pattern.quote(host)
                                        : host)
                .collect(Collectors.toSet());
    }
}
