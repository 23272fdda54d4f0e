package dev.weft.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Chromium without a window, driven over its DevTools protocol: all that it takes is the browser.
public final class Chromium implements AutoCloseable {
    private static final String ANNOUNCEMENT = "DevTools listening on ";

    private final Process process;
    private final DevTools tools;

    private Chromium(Process process, DevTools tools) {
        this.process = process;
        this.tools = tools;
    }

    /// Starts it. Where there is none, the test is skipped and the reason printed; in CI it fails.
    ///
    /// @param profile a folder that it may fill
    public static Chromium start(Path profile) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Program.chromium().toString());
        command.addAll(
                List.of(
                        "--headless=new",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        // The sandbox needs namespaces, which containers and root lack. All pages
                        // are weft's own.
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--disable-dev-shm-usage",
                        "--force-color-profile=srgb",
                        // Nothing of the browser's own may go out either.
                        "--host-resolver-rules=MAP * ~NOTFOUND",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--no-default-browser-check",
                        "about:blank"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader said = process.inputReader();
        List<String> lines = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(ANNOUNCEMENT)) {
                Thread.ofPlatform().daemon().start(() -> drain(said));
                return new Chromium(
                        process,
                        new DevTools(URI.create(line.substring(ANNOUNCEMENT.length()).strip())));
            }
            lines.add(line);
        }
        throw new IOException("Chromium does not start: " + String.join("\n", lines));
    }

    /// Reads the output, because the browser would block otherwise.
    private static void drain(BufferedReader said) {
        said.lines().forEach(_ -> {});
    }

    /// Opens a file of this machine in a tab of its own, in a private window.
    ///
    /// @param width of the window in pixels
    public BrowserTab open(Path file, int width, ColorScheme scheme) {
        String window =
                tools.ask("", "Target.createBrowserContext", Map.of())
                        .get("browserContextId")
                        .asString();
        String target =
                tools.ask(
                                "",
                                "Target.createTarget",
                                Map.of("url", "about:blank", "browserContextId", window))
                        .get("targetId")
                        .asString();
        String session =
                tools.ask("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                        .get("sessionId")
                        .asString();
        BrowserTab tab = new BrowserTab(tools, session, window);
        tab.show(file.toUri(), width, scheme);
        return tab;
    }

    @Override
    public void close() {
        var _ = tools.ask("", "Browser.close", Map.of());
        tools.close();
        var _ = process.onExit().join();
    }
}
